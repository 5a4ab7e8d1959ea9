package dev.propusk.bench.step;

import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.bench.bare.BareDoor;
import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Line;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Shared;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Networks;
import dev.propusk.bench.seed.Scale;
import dev.propusk.bench.seed.Seed;
import dev.propusk.bench.seed.Seed.Unused;
import dev.propusk.contract.Contract;
import dev.propusk.security.ContractId;
import dev.propusk.token.activate.Activation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/** Gateways ask by HTTP whether devices may pass, half of which may, each over connections that it keeps. */
final class Connecting implements Step {
    private static final int LINES = 32;
    private static final int NETWORKS = 50;
    /** Of one round: by the scale, so many for each of its calls. */
    private static final int QUESTIONS = 20;

    private static final double AT_HALF_LOAD = 50;

    private final TestGateways gateways;
    private final Activation activation;
    private final Networks networks;
    private final Seed seed;
    private final Scale scale;
    private final JdbcConnectionDetails database;
    private final int port;

    Connecting(
            TestGateways gateways,
            Activation activation,
            Networks networks,
            Seed seed,
            Scale scale,
            JdbcConnectionDetails database,
            Environment environment) {
        this.gateways = gateways;
        this.activation = activation;
        this.networks = networks;
        this.seed = seed;
        this.scale = scale;
        this.database = database;
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private record Question(String key, MacAddress device) {
        void ask(Line line) throws IOException {
            line.post("/gateway/v1/connect", key, "{\"mac\":\"" + device + "\"}");
        }
    }

    /** @param slowest of ours at half of the speed, the 99th percentile in milliseconds */
    private record Found(Compared speed, double slowest) {}

    @Override
    public String name() {
        return "devices connect by HTTP, 32 at once, against a bare controller";
    }

    @Override
    public List<Row> rows() {
        Shared<Found> found = new Shared<>(this::measure);
        return List.of(
                new Row(name(), "1/s", new Goal.AtLeast(0.5), () -> found.get().speed()),
                new Row(
                        "devices connect by HTTP, 99th percentile at half of that",
                        "ms",
                        new Goal.Under(AT_HALF_LOAD),
                        () -> Compared.alone(found.get().slowest())));
    }

    private Found measure() throws Exception {
        List<Question> questions = questions();
        try (BareDoor bare = new BareDoor(database);
                Lines ours = new Lines(port);
                Lines reference = new Lines(bare.port())) {
            Load.repeat(scale.warmUp(), () -> ours.perSecond(questions) + reference.perSecond(questions));
            Compared speed =
                    scale.turns().compare(() -> ours.perSecond(questions), () -> reference.perSecond(questions));
            return new Found(speed, Compared.percentile(ours.atPace(questions, speed.ours() / 2), 0.99));
        }
    }

    /** As they come on an evening: half of the devices are let in, the others are new. */
    private List<Question> questions() throws Exception {
        Map<ContractId, String> keys = new HashMap<>();
        List<Contract> asking = networks.many().stream().limit(NETWORKS).toList();
        for (Contract one : asking) {
            keys.put(one.id(), gateways.add(one).key().value());
        }
        List<Question> some = new ArrayList<>();
        for (Unused token : seed.unused(scale.each(), asking.size())) {
            MacAddress device = Load.device();
            activation.activate(token.contract(), token.code(), device);
            String key = Objects.requireNonNull(keys.get(token.contract()));
            some.add(new Question(key, device));
            some.add(new Question(key, Load.device()));
        }
        return IntStream.range(0, QUESTIONS * scale.calls())
                .mapToObj(i -> some.get(i % some.size()))
                .toList();
    }

    /** The connections to one server. */
    private static final class Lines implements AutoCloseable {
        private final BlockingQueue<Line> free = new ArrayBlockingQueue<>(LINES);

        Lines(int port) throws IOException {
            for (int i = 0; i < LINES; i++) {
                free.add(new Line(port));
            }
        }

        double perSecond(List<Question> questions) throws Exception {
            return Load.perSecond(LINES, questions, this::ask);
        }

        private void ask(Question question) throws Exception {
            Line line = free.take();
            question.ask(line);
            free.add(line);
        }

        double[] atPace(List<Question> questions, double perSecond) throws Exception {
            return Load.millisAtPace(LINES, questions, perSecond, this::ask);
        }

        @Override
        public void close() throws IOException {
            for (Line line : free) {
                line.close();
            }
        }
    }
}
