package dev.propusk.bench.step;

import dev.propusk.TestGateways;
import dev.propusk.bench.bare.BareRadius;
import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.measure.RadiusLine;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Shared;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Networks;
import dev.propusk.bench.seed.Scale;
import dev.propusk.bench.seed.Seed;
import dev.propusk.bench.step.RadiusNetworks.Guest;
import dev.propusk.gateway.FreeRadius;
import dev.propusk.gateway.freeradius.RadiusServers;
import dev.propusk.token.activate.Activation;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.opentest4j.TestAbortedException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/**
 * The whole way of a packet: a gateway, FreeRADIUS as it is delivered, the application, the database, and back; against
 * FreeRADIUS with its own SQL module.
 */
final class Radius implements Step {
    private static final int LINES_EACH = 4;
    private static final int QUESTIONS = 16;
    private static final int BURSTS = 4;
    private static final double SHARE = 0.5;
    private static final double AT_HALF_LOAD = 50;

    private final RadiusNetworks networks;
    private final JdbcConnectionDetails database;
    private final Scale scale;
    private final Path folder;
    private final int port;

    Radius(
            TestGateways gateways,
            RadiusServers servers,
            Activation activation,
            Networks all,
            Seed seed,
            Scale scale,
            JdbcConnectionDetails database,
            Path folder,
            Environment environment) {
        this.networks = new RadiusNetworks(gateways, servers, activation, all, seed, scale);
        this.database = database;
        this.scale = scale;
        this.folder = folder;
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private record Found(Compared accepts, Compared rejects, Compared activations, Compared interims, double slowest) {}

    @Override
    public String name() {
        return "RADIUS, from packet to packet";
    }

    @Override
    public List<Row> rows() {
        Shared<Found> found = new Shared<>(this::measure);
        Goal share = new Goal.AtLeast(SHARE);
        return List.of(
                new Row("RADIUS: accepts", "1/s", share, () -> found.get().accepts()),
                new Row("RADIUS: rejects", "1/s", share, () -> found.get().rejects()),
                new Row("RADIUS: activations", "1/s", share, () -> found.get().activations()),
                new Row(
                        "RADIUS: interim reports",
                        "1/s",
                        share,
                        () -> found.get().interims()),
                new Row(
                        "RADIUS: accepts, 99th percentile at half of that",
                        "ms",
                        new Goal.Under(AT_HALF_LOAD),
                        () -> Compared.alone(found.get().slowest())));
    }

    private Found measure() throws Exception {
        if (!BareRadius.isInstalled()) {
            throw new TestAbortedException("freeradius-mysql is not installed");
        }
        networks.open();
        int authPort = FreeRadius.freePort();
        int acctPort = FreeRadius.freePort();
        Path ours = Files.createDirectories(folder.resolve("radius").toAbsolutePath());
        Path bare = Files.createDirectories(folder.resolve("bare-radius").toAbsolutePath());
        try (FreeRadius _ =
                        FreeRadius.startWithKey("http://127.0.0.1:" + port, networks.key(), ours, authPort, acctPort);
                BareRadius reference = new BareRadius(database, networks.contracts(), RadiusNetworks.SECRET, bare)) {
            return measure(new Way(authPort, acctPort), new Way(reference.authPort(), reference.acctPort()));
        }
    }

    private Found measure(Way ours, Way bare) throws Exception {
        try (ours;
                bare) {
            List<Guest> online = many(networks.online());
            List<Guest> strangers = many(networks.arriving());
            Load.repeat(
                    scale.warmUp(), () -> ours.perSecond(online, Way::passes) + bare.perSecond(online, Way::passes));
            Compared accepts = compare(ours, bare, way -> way.perSecond(online, Way::passes));
            return new Found(
                    accepts,
                    compare(ours, bare, way -> way.perSecond(strangers, Way::isStopped)),
                    compare(
                            ours,
                            bare,
                            way -> Load.perSecondInBursts(
                                    BURSTS, networks::arriving, guests -> way.perSecond(guests, Way::enters))),
                    compare(ours, bare, way -> way.perSecond(online, Way::goesOn)),
                    Compared.percentile(ours.atPace(online, accepts.ours() / 2), 0.99));
        }
    }

    private interface Speed {
        double of(Way way) throws Exception;
    }

    private Compared compare(Way ours, Way bare, Speed speed) throws Exception {
        return scale.turns().compare(() -> speed.of(ours), () -> speed.of(bare));
    }

    private List<Guest> many(List<Guest> some) {
        return IntStream.range(0, QUESTIONS * scale.calls())
                .mapToObj(i -> some.get(i % some.size()))
                .toList();
    }

    private interface Packet {
        boolean isAnswered(RadiusLine line, Guest guest) throws Exception;
    }

    /** The gateways that speak to one FreeRADIUS. */
    private final class Way implements AutoCloseable {
        private final Map<String, BlockingQueue<RadiusLine>> free = new HashMap<>();
        private final List<RadiusLine> all = new ArrayList<>();

        Way(int authPort, int acctPort) throws Exception {
            for (String address : networks.addresses()) {
                BlockingQueue<RadiusLine> lines = new ArrayBlockingQueue<>(LINES_EACH);
                for (int i = 0; i < LINES_EACH; i++) {
                    RadiusLine line =
                            new RadiusLine(InetAddress.getByName(address), authPort, acctPort, RadiusNetworks.SECRET);
                    lines.add(line);
                    all.add(line);
                }
                free.put(address, lines);
            }
        }

        static boolean passes(RadiusLine line, Guest guest) throws Exception {
            return line.ask(guest.device(), guest.device()) == RadiusLine.ACCEPT;
        }

        static boolean isStopped(RadiusLine line, Guest guest) throws Exception {
            return line.ask(guest.device(), guest.device()) == RadiusLine.REJECT;
        }

        static boolean enters(RadiusLine line, Guest guest) throws Exception {
            return line.ask(guest.code(), guest.device()) == RadiusLine.ACCEPT;
        }

        static boolean goesOn(RadiusLine line, Guest guest) throws Exception {
            return line.report(guest.device(), guest.device(), (int) (System.nanoTime() / 1_000_000))
                    == RadiusLine.REPORTED;
        }

        double perSecond(List<Guest> guests, Packet packet) throws Exception {
            return Load.perSecond(all.size(), guests, guest -> send(guest, packet));
        }

        double[] atPace(List<Guest> guests, double perSecond) throws Exception {
            return Load.millisAtPace(all.size(), guests, perSecond, guest -> send(guest, Way::passes));
        }

        private void send(Guest guest, Packet packet) throws Exception {
            BlockingQueue<RadiusLine> lines = Objects.requireNonNull(free.get(guest.from()));
            RadiusLine line = lines.take();
            boolean answered = packet.isAnswered(line, guest);
            lines.add(line);
            if (!answered) {
                throw new IllegalStateException("Another answer for " + guest);
            }
        }

        @Override
        public void close() {
            all.forEach(RadiusLine::close);
        }
    }
}
