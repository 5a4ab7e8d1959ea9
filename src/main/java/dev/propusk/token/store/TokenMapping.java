package dev.propusk.token.store;

import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.token.Annulment;
import dev.propusk.token.Reuse;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRow;
import dev.propusk.token.TokenState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a token's row stands in the table {@code token}, each column once, and the statements made of them;
 * {@link LimitMapping} and {@link CodePlaces} have what stands beside it.
 *
 * <p>{@code USED_UP} is kept as an {@code EXPIRED} of the row that no device has, which has no term that could expire: so the
 * release before can read it, and a table too large to be rebuilt keeps its check.
 */
final class TokenMapping {
    /** In the order of {@link TokenRow}'s components. */
    private static final List<Column> COLUMNS = List.of(
            kept("id", row -> row.id().value()),
            kept("contract_id", row -> row.contract().value()),
            kept("code", row -> row.code().value()),
            kept("reuse", row -> row.reuse().name()),
            kept("days", TokenRow::days),
            changing("state", row -> row.state().name()),
            kept("note", TokenRow::note),
            kept("reference", TokenRow::reference),
            kept("generated_at", row -> InstantConverter.toUtc(row.generatedAt())),
            kept("generated_by", TokenRow::generatedBy),
            changing("issued_at", row -> utc(row.issuedAt())),
            changing("mac", row -> bytes(row.mac())),
            changing("activated_at", row -> utc(row.activatedAt())),
            changing("expires_at", row -> utc(row.expiresAt())),
            changing("annulled_at", row -> utc(row.annulledAt())),
            changing("annulment", row -> kept(row.annulment())),
            kept("moved_from", row -> value(row.movedFrom())),
            changing("deleted_at", row -> utc(row.deletedAt())),
            kept("version", TokenRow::version));

    private static final List<Column> CHANGING =
            COLUMNS.stream().filter(Column::changes).toList();

    static final String SELECT = "select " + names(COLUMNS, column -> "token." + column.name()) + ", "
            + LimitMapping.SELECTED + ", " + CodePlaces.SELECTED + " from token ";

    static final String INSERT =
            "insert into token (" + names(COLUMNS, Column::name) + ") values (" + names(COLUMNS, column -> "?") + ")";

    /** Takes effect only where the row is as it was read. */
    static final String UPDATE = "update token set " + names(CHANGING, column -> column.name() + " = ?")
            + ", version = version + 1 where id = ? and contract_id = ? and version = ?";

    private TokenMapping() {}

    /** By place, not by name: to find the names of a row's columns takes longer than to read them. */
    static TokenRow read(ResultSet row) throws SQLException {
        Values values = new Values(row);
        return new TokenRow(
                new TokenId(values.id()),
                new ContractId(values.id()),
                new TokenCode(values.text()),
                Reuse.valueOf(values.text()),
                values.countOrNull(),
                TokenState.valueOf(values.text()),
                values.textOrNull(),
                values.textOrNull(),
                values.time(),
                values.text(),
                values.timeOrNull(),
                values.macOrNull(),
                values.timeOrNull(),
                values.timeOrNull(),
                values.timeOrNull(),
                values.annulmentOrNull(),
                values.tokenOrNull(),
                values.timeOrNull(),
                values.count(),
                LimitMapping.read(values.textOrNull()),
                CodePlaces.read(values.textOrNull()));
    }

    /** A row's, from the first column on. */
    private static final class Values {
        private final ResultSet row;
        private int column;
        private boolean ofADevice;

        Values(ResultSet row) {
            this.row = row;
        }

        /** As text, for the driver looks long for who makes a {@link UUID} of it. */
        UUID id() throws SQLException {
            return UUID.fromString(row.getString(++column));
        }

        @Nullable
        TokenId tokenOrNull() throws SQLException {
            String id = row.getString(++column);
            return id == null ? null : new TokenId(UUID.fromString(id));
        }

        String text() throws SQLException {
            return row.getString(++column);
        }

        @Nullable
        String textOrNull() throws SQLException {
            return row.getString(++column);
        }

        @Nullable
        Annulment annulmentOrNull() throws SQLException {
            String name = row.getString(++column);
            Annulment kept = name == null ? null : Annulment.valueOf(name);
            return kept == Annulment.EXPIRED && !ofADevice ? Annulment.USED_UP : kept;
        }

        Instant time() throws SQLException {
            return InstantConverter.toInstant(row.getObject(++column, LocalDateTime.class));
        }

        @Nullable
        Instant timeOrNull() throws SQLException {
            LocalDateTime utc = row.getObject(++column, LocalDateTime.class);
            return utc == null ? null : InstantConverter.toInstant(utc);
        }

        @Nullable
        MacAddress macOrNull() throws SQLException {
            byte[] mac = row.getBytes(++column);
            ofADevice = mac != null;
            return mac == null ? null : MacAddress.of(mac);
        }

        int count() throws SQLException {
            return row.getInt(++column);
        }

        @Nullable
        Integer countOrNull() throws SQLException {
            return row.getObject(++column, Integer.class);
        }
    }

    /** For {@link #INSERT}. */
    static @Nullable Object[] toInsert(TokenRow row) {
        return values(COLUMNS, row, COLUMNS.size());
    }

    /** For {@link #UPDATE}. */
    static @Nullable Object[] toUpdate(TokenRow row) {
        int changing = CHANGING.size();
        @Nullable Object[] values = values(CHANGING, row, changing + 3);
        values[changing] = row.id().value();
        values[changing + 1] = row.contract().value();
        values[changing + 2] = row.version();
        return values;
    }

    private static @Nullable Object[] values(List<Column> columns, TokenRow row, int room) {
        @Nullable Object[] values = new @Nullable Object[room];
        for (int i = 0; i < columns.size(); i++) {
            values[i] = columns.get(i).value().apply(row);
        }
        return values;
    }

    private static String names(List<Column> columns, Function<Column, String> as) {
        return columns.stream().map(as).collect(Collectors.joining(", "));
    }

    private static @Nullable Object utc(@Nullable Instant time) {
        return time == null ? null : InstantConverter.toUtc(time);
    }

    private static @Nullable Object bytes(@Nullable MacAddress mac) {
        return mac == null ? null : mac.bytes();
    }

    private static @Nullable Object kept(@Nullable Annulment annulment) {
        return annulment == null ? null : (annulment == Annulment.USED_UP ? Annulment.EXPIRED : annulment).name();
    }

    private static @Nullable Object value(@Nullable TokenId id) {
        return id == null ? null : id.value();
    }

    private static Column kept(String name, Function<TokenRow, @Nullable Object> value) {
        return new Column(name, value, false);
    }

    private static Column changing(String name, Function<TokenRow, @Nullable Object> value) {
        return new Column(name, value, true);
    }

    private record Column(String name, Function<TokenRow, @Nullable Object> value, boolean changes) {}
}
