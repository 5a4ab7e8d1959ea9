package dev.propusk.bench.seed;

import static java.util.stream.Collectors.joining;

import dev.propusk.token.TokenCode;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Codes by a permutation of all numbers, so that none is drawn twice, each in the register before a token has it: neither
 * the bench nor the application, which draws by chance, can come upon the same one.
 */
final class Codes {
    static final long ALL = 1_000_000_000;
    /** Has no factor in common with the number of all, so that its multiples are all numbers. */
    static final long SPREAD = 387_420_489;
    /** Brings a multiple back to its place. */
    private static final long BACK = 513_180_409;

    private static final int AT_ONCE = 1_000;

    /** Places in the permutation: many at once from the front, a few at a time from the middle on. */
    private static final AtomicLong MANY = new AtomicLong(1);

    private static final AtomicLong FEW = new AtomicLong(ALL / 2);

    private Codes() {}

    /**
     * Places one after the other whose codes are now ours.
     *
     * @param first the first place
     * @param taken those among them whose codes had been given to somebody
     */
    record Block(long first, List<Long> taken) {}

    static Block block(Statement statement, int count) throws SQLException {
        Block block = find(statement, count);
        while (block.taken().size() > count / 2) {
            block = find(statement, count); // another run has been there
        }
        statement.execute("insert ignore into token_code select (seq * %d) %% %d code from seq_%d_to_%d order by 1"
                .formatted(SPREAD, ALL, block.first(), block.first() + count - 1));
        return block;
    }

    private static Block find(Statement statement, int count) throws SQLException {
        long first = MANY.getAndAdd(count);
        List<Long> taken = new ArrayList<>();
        try (var rows = statement.executeQuery(
                "select code * %1$d %% %2$d place from token_code having place between %3$d and %4$d"
                        .formatted(BACK, ALL, first, first + count - 1))) {
            while (rows.next()) {
                taken.add(rows.getLong(1));
            }
        }
        return new Block(first, taken);
    }

    /** As many codes as that. */
    static List<TokenCode> few(Statement statement, int count) throws SQLException {
        List<TokenCode> fresh = new ArrayList<>(count);
        while (fresh.size() < count) {
            String next = IntStream.range(0, Math.min(AT_ONCE, count - fresh.size()))
                    .mapToObj(i -> "(" + FEW.getAndIncrement() * SPREAD % ALL + ")")
                    .collect(joining(","));
            try (var rows =
                    statement.executeQuery("insert ignore into token_code (code) values " + next + " returning code")) {
                while (rows.next()) {
                    fresh.add(new TokenCode(String.format(Locale.ROOT, "100%09d", rows.getInt(1))));
                }
            }
        }
        return fresh;
    }
}
