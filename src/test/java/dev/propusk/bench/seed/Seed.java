package dev.propusk.bench.seed;

import static java.util.stream.Collectors.joining;

import dev.propusk.bench.seed.Codes.Block;
import dev.propusk.contract.Contract;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows as if years had gone by, inside the server: {@code insert … select} from its sequence engine, in the order of
 * the primary key, the other indexes taken off for large loads and built again from sorted rows. Their pages are to be as
 * full as insertions leave them ({@code innodb_fill_factor}), not packed so that the next row splits them.
 */
public final class Seed {
    /** In so many nights a million ends. */
    public static final int NIGHTS = 5;

    /** How far back the first activation is, in seconds: three years, at one every nine seconds. */
    private static final long YEARS = 94_608_000;

    /** Each device has come so often, however many rows there are, so that its lookup has the same rows to read. */
    private static final int VISITS = 3;

    private static final int BATCH = 1_000;
    private static final int CHUNK = 200_000;
    private static final int LARGE = 2_000_000;
    private static final Pattern INDEX = Pattern.compile("^\\s+((?:UNIQUE )?KEY `(\\w+)` .*?),?$", Pattern.MULTILINE);

    private final DataSource dataSource;
    private final Instant now;
    private final List<ContractId> ids = new ArrayList<>();
    private int rows;

    public Seed(DataSource dataSource, Instant now) {
        this.dataSource = dataSource;
        this.now = now;
    }

    public int rows() {
        return rows;
    }

    public void contracts(List<Contract> contracts) throws SQLException {
        execute("create or replace table bench_contract (n int primary key, id uuid not null)");
        for (Contract contract : contracts) {
            execute("insert into bench_contract values (%d, '%s')".formatted(ids.size(), contract.id()));
            ids.add(contract.id());
        }
    }

    /**
     * Past activations, until there are so many; eight of nine have ended; of ten million, a million ends in the
     * next nights and the rest in 20 days.
     *
     * @param into all of them into this contract, or null: spread over the contracts
     */
    public void activations(int until, @Nullable ContractId into, int contracts) throws SQLException {
        int from = rows + 1;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            // an index over ten million rows takes longer than the application ever waits
            connection.setNetworkTimeout(Runnable::run, 0);
            statement.execute("set unique_checks = 0, foreign_key_checks = 0, check_constraint_checks = 0");
            List<String[]> indexes = until - rows >= LARGE ? indexes(statement) : List.of();
            for (String[] index : indexes) {
                statement.execute("alter table token drop index " + index[0]);
            }
            Block codes = Codes.block(statement, until - rows);
            for (int first = from; first <= until; first += CHUNK) {
                Range range = new Range(first, Math.min(until, first + CHUNK - 1), codes.first() - from);
                statement.execute(
                        insert(range, until / VISITS, into, contracts) + without(codes, range) + " order by s.seq");
            }
            if (!indexes.isEmpty()) {
                statement.execute("alter table token "
                        + String.join(
                                ", ",
                                indexes.stream().map(index -> "add " + index[1]).toList()));
            }
            statement.execute("analyze table token");
            statement.execute("set unique_checks = 1, foreign_key_checks = 1, check_constraint_checks = 1");
        }
        rows = until;
    }

    /** The first ten thousand once more, in a table of their own. */
    public void fewRowsAside() throws SQLException {
        execute("create or replace table bench_few like token");
        execute("""
                insert into bench_few (id, contract_id, code, reuse, days, state, generated_at, generated_by, issued_at,
                    mac, activated_at, expires_at, annulled_at, annulment)
                select id, contract_id, code, reuse, days, state, generated_at, generated_by, issued_at,
                    mac, activated_at, expires_at, annulled_at, annulment
                from token order by id limit 10000
                """);
        execute("analyze table bench_few");
    }

    /** Does it while those few rows are all that there is. */
    public <T> T inPlaceOfAll(Callable<T> event) throws Exception {
        execute("rename table token to bench_all, bench_few to token");
        try {
            return event.call();
        } finally {
            execute("rename table token to bench_few, bench_all to token");
        }
    }

    private static List<String[]> indexes(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("show create table token")) {
            row.next();
            return INDEX.matcher(row.getString(2))
                    .results()
                    .map(found -> new String[] {found.group(2), found.group(1)})
                    .toList();
        }
    }

    /**
     * Rows that are made by one statement.
     *
     * @param ahead how far the place of its code in the permutation is ahead of a row's number
     */
    private record Range(int first, int last, long ahead) {}

    /** A code that somebody has already is left out, and its row with it. */
    private static String without(Block codes, Range range) {
        return codes.taken().isEmpty()
                ? ""
                : codes.taken().stream()
                        .map(place -> Long.toString(place - range.ahead()))
                        .collect(joining(",", " where s.seq not in (", ")"));
    }

    private String insert(Range range, int devices, @Nullable ContractId into, int contracts) {
        String contract = into == null ? "c.id" : "cast('" + into + "' as uuid)";
        String from = into == null ? " join bench_contract c on c.n = s.seq % " + contracts : "";
        return """
                insert into token (id, contract_id, code, reuse, days, state, generated_at, generated_by, issued_at,
                    mac, activated_at, expires_at, annulled_at, annulment)
                select %s, %s, concat('100', lpad((s.seq + %d) * %d %% %d, 9, '0')), 'SINGLE_USE', 30,
                    if(s.seq %% 9, 'ANNULLED', 'ACTIVE'), %s, 'bench', null,
                    unhex(lpad(hex(2199023255552 + s.seq %% %d * 2654435761 %% 4294967296), 12, '0')), %s,
                    if(s.seq %% 9, '%s' - interval s.seq %% 1000000 second,
                        '%s' + interval if(s.seq %% 90, 1 + s.seq div 90 %% %d, 20) day),
                    if(s.seq %% 9, '%s' - interval s.seq %% 1000000 second, null),
                    if(s.seq %% 9, 'EXPIRED', null)
                from seq_%d_to_%d s%s""".formatted(
                        id("s.seq"),
                        contract,
                        range.ahead(),
                        Codes.SPREAD,
                        Codes.ALL,
                        at("s.seq"),
                        devices,
                        at("s.seq"),
                        utc(),
                        utc(),
                        NIGHTS,
                        utc(),
                        range.first(),
                        range.last(),
                        from);
    }

    /** Tokens that nobody has used yet, so many in each of the first contracts. */
    public List<Unused> unused(int each, int contracts) throws SQLException {
        List<Unused> made = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (TokenCode code : Codes.few(statement, each * contracts)) {
                made.add(new Unused(ids.get(made.size() % contracts), code));
            }
            for (int first = 0; first < made.size(); first += BATCH) {
                insert(statement, made.subList(first, Math.min(made.size(), first + BATCH)));
            }
            statement.execute("update quota set unused = unused + %d where contract_id in ".formatted(each)
                    + "(select id from bench_contract where n < " + contracts + ")");
        }
        return made;
    }

    private void insert(Statement statement, List<Unused> unused) throws SQLException {
        String rows = unused.stream()
                .map(token -> "('%s', '%s', '%s', 'SINGLE_USE', 30, 'UNUSED', '%s', 'bench')"
                        .formatted(
                                TokenId.next(), token.contract(), token.code().value(), utc()))
                .collect(joining(","));
        statement.execute(
                "insert into token (id, contract_id, code, reuse, days, state, generated_at, generated_by) values "
                        + rows);
    }

    /** Codes for somebody who makes tokens of them. */
    public List<TokenCode> codes(int count) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return Codes.few(statement, count);
        }
    }

    /** A code that waits for a device. */
    public record Unused(ContractId contract, TokenCode code) {}

    private String at(String n) {
        return "'%s' + interval %s * 9 second".formatted(utc(now.minusSeconds(YEARS)), n);
    }

    private String utc() {
        return utc(now);
    }

    private static String utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    /** UUIDv7 of growing time. */
    private String id(String n) {
        long start = now.minusSeconds(YEARS).toEpochMilli();
        String hex = "lpad(hex(%d + %s * 9000), 12, '0')".formatted(start, n);
        return "concat(left(%1$s, 8), '-', right(%1$s, 4), '-7000-8000-', lpad(hex(%2$s), 12, '0'))".formatted(hex, n);
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
