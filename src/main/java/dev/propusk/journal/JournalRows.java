package dev.propusk.journal;

import dev.propusk.data.InstantConverter;
import dev.propusk.security.Actor;
import dev.propusk.security.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads entries and times out of rows. */
public final class JournalRows {
    public static final String COLUMNS =
            "j.id, j.at, j.contract_id, j.actor_kind, j.actor, j.address, j.action, j.subject, j.details";
    /** With what they were signed with. */
    public static final String WRITTEN = COLUMNS + ", hex(j.proof) as proof";

    private JournalRows() {}

    static JournalEntry entry(ResultSet row, int number) throws SQLException {
        UUID contract = row.getObject("contract_id", UUID.class);
        return new JournalEntry(
                row.getObject("id", UUID.class),
                instant(row, "at"),
                contract == null ? null : new ContractId(contract),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor"),
                        row.getString("address")),
                row.getString("action"),
                row.getObject("subject", UUID.class),
                row.getString("details"));
    }

    public static WrittenEntry written(ResultSet row, int number) throws SQLException {
        return new WrittenEntry(entry(row, number), row.getString("proof"));
    }

    /** Null where the entry of a left join is not there. */
    public static @Nullable WrittenEntry writtenOrNull(ResultSet row, int number) throws SQLException {
        return row.getObject("id", UUID.class) == null ? null : written(row, number);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return InstantConverter.instant(row, column);
    }
}
