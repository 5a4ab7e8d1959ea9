package dev.propusk.bench.step;

import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Shared;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Networks;
import dev.propusk.bench.seed.Scale;
import dev.propusk.contract.Contract;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conference: all devices enter one code. They are not to queue for it, nor to fall over each other. */
final class HotToken implements Step {
    private static final int DEVICES = 32;

    private final Activations activations;
    private final Activation activation;
    private final Generation generation;
    private final Networks networks;
    private final JdbcClient jdbc;
    private final Scale scale;

    HotToken(
            Activations activations,
            Activation activation,
            Generation generation,
            Networks networks,
            JdbcClient jdbc,
            Scale scale) {
        this.activations = activations;
        this.activation = activation;
        this.generation = generation;
        this.networks = networks;
        this.jdbc = jdbc;
        this.scale = scale;
    }

    @Override
    public String name() {
        return "one hot multi-use token, 32 devices, against single-use";
    }

    /** @param deadlocks that there were meanwhile */
    private record Found(Compared speed, int deadlocks) {}

    @Override
    public List<Row> rows() {
        Shared<Found> found = new Shared<>(this::measure);
        return List.of(
                new Row(name(), "1/s", new Goal.AtLeast(0.7), () -> found.get().speed()),
                new Row(
                        "deadlocks meanwhile",
                        "",
                        new Goal.Under(1),
                        () -> Compared.alone(found.get().deadlocks())));
    }

    private Found measure() throws Exception {
        Contract hotel = networks.open();
        TokenRequest request = new TokenRequest(1, Reuse.MULTI_USE, Term.ofDays(30), null, null);
        Token hot = Networks.asOwner(
                hotel, () -> generation.generate(hotel.id(), request).tokens().getFirst());
        int before = deadlocks();
        int half = scale.each() / 2;
        Compared speed = scale.turns()
                .compare(
                        () -> Load.perSecond(
                                DEVICES,
                                Collections.nCopies(scale.contracts() * half, hot),
                                token -> activation.activate(hotel.id(), token.code(), Load.device())),
                        () -> activations.oursOver(scale.contracts(), half));
        return new Found(speed, deadlocks() - before);
    }

    private int deadlocks() {
        return jdbc.sql(
                        "select variable_value from information_schema.global_status where variable_name = 'INNODB_DEADLOCKS'")
                .query(Integer.class)
                .single();
    }
}
