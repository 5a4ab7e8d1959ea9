package dev.propusk.bench;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.bench.Seed.Unused;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.print.Sheets;
import dev.propusk.support.Lookup;
import dev.propusk.support.Question;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.TokenJobs;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.SupportTokens;
import dev.propusk.token.search.TokenFilter;
import dev.propusk.token.search.TokenListRequest;
import dev.propusk.token.search.TokenPlace;
import dev.propusk.token.search.TokenSort;
import dev.propusk.token.search.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every figure of the table in the README, at each size that the database grows through. */
@PropuskTest
class SpeedBench {
    private static final int THREADS = 16;
    private static final int DEVICES = 32;
    private static final int LARGEST = Integer.getInteger("bench.rows", 10_000_000);
    /** With fewer rows than a million it is a trial of the bench itself. */
    private static final boolean TRIAL = LARGEST < 1_000_000;

    private static final int CONTRACTS = TRIAL ? 100 : 1_000;
    private static final int ROUND = CONTRACTS * 6;
    /** The steps whose names match: to try one of them alone. */
    private static final String ONLY = System.getProperty("bench.only", ".*");

    private static final Duration PACED = Duration.ofSeconds(TRIAL ? 3 : 20);
    /** For what a night has left to write. */
    private static final Duration SETTLING = Duration.ofSeconds(TRIAL ? 1 : 10);

    private static final Duration WARM_UP = Duration.ofSeconds(TRIAL ? 3 : 10);

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Contracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Tokens tokens;

    @Autowired
    SupportTokens tokenLookup;

    @Autowired
    Lookup lookup;

    @Autowired
    Sheets sheets;

    @Autowired
    TokenJobs jobs;

    @Autowired
    TestContracts logins;

    @LocalServerPort
    int port;

    private final Figures figures = new Figures();
    private final List<Contract> networks = new ArrayList<>();
    private int opened;

    @Test
    void measureAll() throws Exception {
        Contract large = logins.open();
        for (int n = 0; n < CONTRACTS; n++) {
            networks.add(openNetwork(Integer.toString(n)));
        }
        Seed seed = new Seed(dataSource, clock.instant());
        seed.contracts(networks);
        try (BareActivation bare = new BareActivation(this::connect, DEVICES)) {
            warmUp(seed, bare);
            for (int size : sizes()) {
                long began = System.nanoTime();
                // the second step fills one contract, the others spread
                ContractId into = seed.rows() > 0 && seed.rows() < 1_000_000 ? large.id() : null;
                seed.activations(size, into, CONTRACTS);
                Figures.print("| %,d | made in | %d s |".formatted(size, (System.nanoTime() - began) / 1_000_000_000));
                step("at " + size, name -> measureAt(size, seed, bare, large));
            }
            step(
                    "activations over 1,000 contracts, 16 threads",
                    name -> figures.atLeast(
                            0.7, name, activations(seed, bare, CONTRACTS, ROUND / CONTRACTS, 1), "1/s"));
            step(
                    "activations in one contract, 16 threads",
                    name -> figures.atLeast(0.7, name, activations(seed, bare, 1, 190, 20), "1/s"));
            step("one hot multi-use token, 32 devices, against single-use", name -> hotToken(name, seed));
        }
        step("MAC query", name -> lookups(seed));
        step("grid", name -> grid(large));
        step("generating 200 tokens", name -> generation());
        step("sheet of 200 tokens", name -> sheet());
        step(
                "panel",
                name -> figures.grown(
                        LARGEST,
                        "heap for an open panel, of " + PanelSessions.SESSIONS,
                        new PanelSessions(port, logins.login(large, Role.OWNER)).mebibytesEach(),
                        "MiB"));
        step("annulling expired tokens", name -> sweep(seed));
        step("start to UP on an existing embedded database", name -> new Starts().measure(figures));
        Figures.print(Files.readString(Path.of("target", "bench", "results.md")));
    }

    private interface Step {
        void run(String name) throws Exception;
    }

    /** One that fails is a line of the table too, and keeps nothing from the others. */
    private void step(String name, Step step) throws IOException {
        if (!name.matches(ONLY)) {
            return;
        }
        try {
            step.run(name);
        } catch (Exception | AssertionError e) {
            figures.failed(name, e);
        }
        figures.write(Path.of("target", "bench"));
    }

    private static List<Integer> sizes() {
        return Stream.of(10_000, 1_000_000, 10_000_000, LARGEST)
                .filter(size -> size <= LARGEST)
                .distinct()
                .sorted()
                .toList();
    }

    private Contract openNetwork(String name) {
        AtomicReference<Contract> opened = new AtomicReference<>();
        NewContract terms = new NewContract(
                "B" + name, "Сеть " + name, "bench-" + name, "Net " + name, ZoneId.of("Europe/Moscow"), true);
        ActingAs.administrator(() -> opened.set(contracts.open(terms)));
        return opened.get();
    }

    private static <T> T asOwner(Contract contract, Supplier<T> deed) {
        return ActingAs.user(new PanelUser(UUID.randomUUID(), "bench", "", Role.OWNER, contract.id(), true, 0), deed);
    }

    private void warmUp(Seed seed, BareActivation bare) throws Exception {
        long until = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < until) {
            ours(seed.unused(2, CONTRACTS));
            bare(bare, seed.unused(2, CONTRACTS));
        }
    }

    private void measureAt(int size, Seed seed, BareActivation bare, Contract large) throws Exception {
        Compared activations = activations(seed, bare, CONTRACTS, 2, 1);
        figures.grown(size, "activations", activations.ours(), "1/s");
        figures.grown(size, "MAC lookup", macLookup(), "ms");
        figures.grown(size, "grid: first page", page(large, 0), "ms");
        figures.grown(size, "grid: counts of the tabs", counts(large), "ms");
        figures.grown(size, "generating 200", generating().ours(), "ms");
        int bytes = jdbc.sql("""
                        select cast((data_length + index_length) / 1048576 as int)
                        from information_schema.tables where table_schema = database() and table_name = 'token'
                        """).query(Integer.class).single();
        figures.grown(size, "tokens on disk, with indexes", bytes, "MiB");
    }

    /** @param bursts so many of {@code each} make a round, for a contract holds no more than 200 unused tokens */
    private Compared activations(Seed seed, BareActivation bare, int in, int each, int bursts) throws Exception {
        return Compared.byTurns(
                () -> burst(seed, in, each, bursts, this::ours),
                () -> burst(seed, in, each, bursts, unused -> bare(bare, unused)));
    }

    private interface Burst {
        double of(List<Unused> unused) throws Exception;
    }

    private static double burst(Seed seed, int in, int each, int bursts, Burst burst) throws Exception {
        double seconds = 0;
        for (int i = 0; i < bursts; i++) {
            List<Unused> unused = seed.unused(each, in);
            seconds += unused.size() / burst.of(unused);
        }
        return (double) each * in * bursts / seconds;
    }

    private double ours(List<Unused> unused) throws Exception {
        return Bench.perSecond(
                THREADS, unused, token -> activation.activate(token.contract(), token.code(), Bench.device()));
    }

    private static double bare(BareActivation bare, List<Unused> unused) throws Exception {
        return Bench.perSecond(THREADS, unused, token -> bare.activate(token.contract(), token.code(), Bench.device()));
    }

    private void hotToken(String name, Seed seed) throws Exception {
        Contract hotel = openNetwork("hot");
        TokenRequest order = new TokenRequest(1, Reuse.MULTI_USE, Term.ofDays(30), null, null);
        Token hot = asOwner(
                hotel, () -> generation.generate(hotel.id(), order).tokens().getFirst());
        int deadlocks = deadlocks();
        Compared compared = Compared.byTurns(
                () -> Bench.perSecond(
                        DEVICES,
                        Collections.nCopies(ROUND / 2, hot),
                        token -> activation.activate(hotel.id(), token.code(), Bench.device())),
                () -> ours(seed.unused(ROUND / CONTRACTS / 2, CONTRACTS)));
        figures.atLeast(0.7, name, compared, "1/s");
        figures.under(1, "deadlocks meanwhile", deadlocks() - deadlocks, "");
    }

    private int deadlocks() {
        return jdbc.sql(
                        "select variable_value from information_schema.global_status where variable_name = 'INNODB_DEADLOCKS'")
                .query(Integer.class)
                .single();
    }

    private double macLookup() throws Exception {
        List<MacAddress> devices = seededDevices("order by code limit 3000");
        return asSupport(() -> Compared.median(() -> Bench.millisEach(devices, tokenLookup::findByMacAcrossContracts)));
    }

    private Compared macLookupAgainstBare() throws Exception {
        List<MacAddress> devices = seededDevices("order by code limit 3000");
        try (Connection connection = connect();
                var select = connection.prepareStatement("""
                        select id, contract_id, code, reuse, days, state, note, reference, generated_at, generated_by,
                            issued_at, mac, activated_at, expires_at, annulled_at, annulment, moved_from, deleted_at, version
                        from token where mac = ? order by activated_at desc, id desc limit 200
                        """)) {
            return asSupport(() -> Compared.byTurns(
                    () -> Bench.millisEach(devices, tokenLookup::findByMacAcrossContracts),
                    () -> Bench.millisEach(devices, device -> {
                        select.setBytes(1, device.bytes());
                        try (var rows = select.executeQuery()) {
                            while (rows.next()) {
                                rows.getString(1);
                            }
                        }
                    })));
        }
    }

    private Compared macLookupAgainstFewRows(Seed seed) throws Exception {
        List<MacAddress> devices = seededDevices("order by code limit 3000");
        seed.fewRowsAside();
        List<MacAddress> few = seed.inPlaceOfAll(() -> seededDevices("order by code limit 3000"));
        return asSupport(() -> Compared.byTurns(
                () -> Bench.millisEach(devices, tokenLookup::findByMacAcrossContracts),
                () -> seed.inPlaceOfAll(() -> Bench.millisEach(few, tokenLookup::findByMacAcrossContracts))));
    }

    private void lookups(Seed seed) throws Exception {
        figures.atMost(2, "MAC query, against a bare select", macLookupAgainstBare(), "ms");
        figures.atMost(1.5, "MAC query, against 10,000 activations", macLookupAgainstFewRows(seed), "ms");
        List<MacAddress> devices = seededDevices("order by code desc limit 500");
        double[] took = asSupport(() -> Bench.millisOfEach(
                devices,
                mac -> lookup.ask(new Question(mac.toString(), null, null, null, ZoneOffset.UTC, "letter 17"))));
        figures.under(20, "support's whole lookup, 95th percentile", Compared.percentile(took, 0.95), "ms");
    }

    /** Those that came several times; each of the bench's own came once. */
    private List<MacAddress> seededDevices(String which) {
        return jdbc.sql("select hex(mac) from token where mac < ? " + which)
                .param(Bench.FIRST_DEVICE.bytes())
                .query((row, number) -> MacAddress.parse(row.getString(1)))
                .list();
    }

    private void grid(Contract large) throws Exception {
        for (int depth : new int[] {0, 9_950}) {
            figures.under(5, "page of the token grid, jumped to row " + depth, page(large, depth), "ms");
        }
        figures.under(5, "page of the token grid, scrolled to row 9950", scrolled(large, 9_950), "ms");
        for (int depth : new int[] {0, LARGEST / 20, LARGEST / 11}) {
            figures.under(5, "page by keyset at row " + depth, keyset(large, depth), "ms");
        }
        figures.under(10, "counts on the grid's tabs", counts(large), "ms");
    }

    private double page(Contract large, int depth) throws Exception {
        List<Integer> times = Collections.nCopies(50, depth);
        return asOwner(
                large,
                unchecked(() -> Compared.median(() -> Bench.millisEach(
                        times, offset -> tokens.page(large.id(), TokenFilter.ALL, TokenSort.NEWEST, offset, 50)))));
    }

    private double scrolled(Contract large, int depth) throws Exception {
        return asOwner(large, unchecked(() -> {
            TokenPlace before = TokenPlace.of(tokens.page(large.id(), TokenFilter.ALL, TokenSort.NEWEST, depth - 1, 1)
                    .getFirst());
            List<TokenPlace> times = Collections.nCopies(50, before);
            return Compared.median(
                    () -> Bench.millisEach(times, place -> tokens.newestAfter(large.id(), TokenFilter.ALL, place, 50)));
        }));
    }

    private double keyset(Contract large, int depth) throws Exception {
        TokenId before = jdbc.sql("""
                        select id from token where contract_id = ? and deleted_at is null
                        order by id desc limit 1 offset ?
                        """)
                .params(large.id().value(), depth)
                .query((row, number) -> new TokenId(row.getObject(1, UUID.class)))
                .single();
        List<TokenId> times = Collections.nCopies(50, before);
        return asOwner(
                large,
                unchecked(() -> Compared.median(() -> Bench.millisEach(
                        times, id -> tokens.newest(large.id(), TokenListRequest.of(TokenFilter.ALL), id, 50)))));
    }

    /** Of all tabs together. */
    private double counts(Contract large) throws Exception {
        List<Contract> times = Collections.nCopies(20, large);
        return asOwner(
                large,
                unchecked(() ->
                        Compared.median(() -> Bench.millisEach(times, network -> tokens.counts(network.id())))));
    }

    private void generation() throws Exception {
        Compared compared = generating();
        figures.atMost(2, "generating 200 tokens, against a bare batched insert", compared, "ms");
        figures.under(60, "generating 200 tokens", compared.ours(), "ms");
    }

    private Compared generating() throws Exception {
        TokenRequest order = new TokenRequest(200, Reuse.SINGLE_USE, Term.ofDays(7), "room 12", "B-4711");
        try (BareGeneration bare = new BareGeneration(connect())) {
            return Compared.byTurns(
                    () -> {
                        List<Contract> fresh = IntStream.range(0, 5)
                                .mapToObj(i -> openNetwork("full" + opened++))
                                .toList();
                        return Bench.millisEach(
                                fresh, hotel -> asOwner(hotel, () -> generation.generate(hotel.id(), order)));
                    },
                    () -> Bench.millisEach(
                            networks.subList(0, 5), network -> bare.generate(network.id(), order, clock.instant())));
        }
    }

    private void sheet() throws Exception {
        Contract hotel = openNetwork("sheet");
        TokenRequest order = new TokenRequest(200, Reuse.SINGLE_USE, Term.ofDays(7), "№ 12", "B-4711");
        asOwner(hotel, () -> generation.generate(hotel.id(), order));
        Supplier<Integer> print =
                () -> sheets.print(hotel.id(), SheetRequest.allUnused()).pdf().length;
        int size = asOwner(hotel, print);
        double took = asOwner(
                hotel,
                unchecked(() -> Compared.median(() -> Bench.millisEach(Collections.nCopies(5, print), Supplier::get))));
        figures.under(150, "sheet of 200 tokens", took, "ms");
        figures.under(120, "sheet of 200 tokens, size", size / 1024.0, "KiB");
    }

    /** By turns with evenings on which nothing ends. */
    private void sweep(Seed seed) throws Exception {
        double[] idle = new double[Seed.NIGHTS];
        double[] busy = new double[Seed.NIGHTS];
        int annulled = 0;
        double seconds = 0;
        for (int night = 0; night < Seed.NIGHTS; night++) {
            Thread.sleep(SETTLING);
            Paced evening = new Paced(seed.unused(8, CONTRACTS), activation);
            evening.run(PACED);
            idle[night] = evening.percentile(0.99);
            clock.advance(Duration.ofDays(1));
            Paced guests = new Paced(seed.unused(20, CONTRACTS), activation);
            Thread load = Thread.ofPlatform().start(() -> guests.run(Duration.ofMinutes(2)));
            long began = System.nanoTime();
            annulled += jobs.annulDue();
            seconds += (System.nanoTime() - began) / 1e9;
            guests.stop();
            load.join();
            busy[night] = guests.percentile(0.99);
        }
        figures.under(120, "annulling %,d expired tokens".formatted(annulled), seconds, "s");
        figures.atMost(
                2,
                "activations' 99th percentile meanwhile, against idle",
                new Compared(Compared.median(busy), Compared.median(idle)),
                "ms");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    private <T> T asSupport(Callable<T> deed) {
        return ActingAs.user(
                new PanelUser(UUID.randomUUID(), "bench", "", Role.SUPPORT, null, true, 0), unchecked(deed));
    }

    private static <T> Supplier<T> unchecked(Callable<T> deed) {
        return () -> {
            try {
                return deed.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
