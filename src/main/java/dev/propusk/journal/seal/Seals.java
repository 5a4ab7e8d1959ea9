package dev.propusk.journal.seal;

import dev.propusk.data.InstantConverter;
import dev.propusk.journal.JournalRows;
import dev.propusk.journal.WrittenEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The seals as they stand in the database, and the entries under them. */
@Component
class Seals {
    private static final String COLUMNS = "number, sealed_at, entries, total, previous, value";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Seals(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Seal> newest() {
        return jdbc.sql("select " + COLUMNS + " from journal_seal order by number desc limit 1")
                .query(Seals::seal)
                .optional();
    }

    /** The last ones, the newest first. */
    List<Seal> newest(int most) {
        return jdbc.sql("select " + COLUMNS + " from journal_seal order by number desc limit ?")
                .param(most)
                .query(Seals::seal)
                .list();
    }

    /** The next ones after that number. */
    List<Seal> after(long number, int most) {
        return jdbc.sql("select " + COLUMNS + " from journal_seal where number > ? order by number limit ?")
                .params(number, most)
                .query(Seals::seal)
                .list();
    }

    Optional<Seal> find(long number) {
        return jdbc.sql("select " + COLUMNS + " from journal_seal where number = ?")
                .param(number)
                .query(Seals::seal)
                .optional();
    }

    /** Entries since that time that no seal covers, the oldest first. */
    List<WrittenEntry> unsealedSince(Instant since, int most) {
        return jdbc.sql("select " + JournalRows.WRITTEN + """
                         from journal j left join journal_sealed s on s.entry_id = j.id
                        where j.at >= ? and s.entry_id is null
                        order by j.at, j.id limit ?
                        """)
                .params(InstantConverter.toUtc(since), most)
                .query(JournalRows::written)
                .list();
    }

    /** Entries before that time that no seal covers: nobody wrote them through the application. */
    List<WrittenEntry> unsealedBefore(Instant before, int most) {
        return jdbc.sql("select " + JournalRows.WRITTEN + """
                         from journal j left join journal_sealed s on s.entry_id = j.id
                        where j.at < ? and s.entry_id is null
                        order by j.at, j.id limit ?
                        """)
                .params(InstantConverter.toUtc(before), most)
                .query(JournalRows::written)
                .list();
    }

    List<Sealed> under(Seal seal) {
        return jdbc.sql("select s.entry_id, s.position, hex(s.value) as value, " + JournalRows.WRITTEN + """
                         from journal_sealed s left join journal j on j.id = s.entry_id
                        where s.seal_number = ? order by s.position
                        """)
                .param(seal.number())
                .query((row, number) -> new Sealed(
                        row.getObject("entry_id", UUID.class),
                        row.getInt("position"),
                        row.getString("value"),
                        JournalRows.writtenOrNull(row, number)))
                .list();
    }

    /** @param values of the entries, in hexadecimal, in their order */
    void insert(Seal seal, List<WrittenEntry> entries, List<String> values) {
        jdbc.sql("insert into journal_seal (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)")
                .params(
                        seal.number(),
                        InstantConverter.toUtc(seal.sealedAt()),
                        seal.entries(),
                        seal.total(),
                        seal.previous(),
                        seal.value())
                .update();
        batches.batchUpdate(
                "insert into journal_sealed (entry_id, seal_number, position, value) values (?, ?, ?, unhex(?))",
                IntStream.range(0, entries.size())
                        .mapToObj(i -> new Object[] {entries.get(i).entry().id(), seal.number(), i, values.get(i)})
                        .toList());
    }

    private static Seal seal(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getLong("number"),
                JournalRows.instant(row, "sealed_at"),
                row.getInt("entries"),
                row.getLong("total"),
                row.getString("previous"),
                row.getString("value"));
    }

    /**
     * @param value of the entry by itself, in hexadecimal; null where it was sealed before entries had values
     * @param written null: it is no longer there
     */
    record Sealed(
            UUID id,
            int position,
            @Nullable String value,
            @Nullable WrittenEntry written) {}
}
