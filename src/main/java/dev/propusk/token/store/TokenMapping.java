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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a token's row stands in the table {@code token}: each column once, and the statements made of them. */
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
            changing("annulment", row -> name(row.annulment())),
            kept("moved_from", row -> value(row.movedFrom())),
            changing("deleted_at", row -> utc(row.deletedAt())),
            kept("version", TokenRow::version));

    private static final List<Column> CHANGING =
            COLUMNS.stream().filter(Column::changes).toList();

    static final String SELECT = "select " + names(COLUMNS, column -> "token." + column.name()) + " from token ";

    static final String INSERT =
            "insert into token (" + names(COLUMNS, Column::name) + ") values (" + names(COLUMNS, column -> "?") + ")";

    /** Takes effect only where the row is as it was read. */
    static final String UPDATE = "update token set " + names(CHANGING, column -> column.name() + " = ?")
            + ", version = version + 1 where id = ? and contract_id = ? and version = ?";

    private TokenMapping() {}

    static TokenRow read(ResultSet row) throws SQLException {
        byte[] mac = row.getBytes("mac");
        String annulment = row.getString("annulment");
        UUID movedFrom = row.getObject("moved_from", UUID.class);
        return new TokenRow(
                new TokenId(row.getObject("id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                new TokenCode(row.getString("code")),
                Reuse.valueOf(row.getString("reuse")),
                row.getObject("days", Integer.class),
                TokenState.valueOf(row.getString("state")),
                row.getString("note"),
                row.getString("reference"),
                InstantConverter.instant(row, "generated_at"),
                row.getString("generated_by"),
                InstantConverter.instantOrNull(row, "issued_at"),
                mac == null ? null : MacAddress.of(mac),
                InstantConverter.instantOrNull(row, "activated_at"),
                InstantConverter.instantOrNull(row, "expires_at"),
                InstantConverter.instantOrNull(row, "annulled_at"),
                annulment == null ? null : Annulment.valueOf(annulment),
                movedFrom == null ? null : new TokenId(movedFrom),
                InstantConverter.instantOrNull(row, "deleted_at"),
                row.getInt("version"));
    }

    /** For {@link #INSERT}. */
    static @Nullable Object[] toInsert(TokenRow row) {
        return values(COLUMNS, row).toArray();
    }

    /** For {@link #UPDATE}. */
    static @Nullable Object[] toUpdate(TokenRow row) {
        return Stream.concat(
                        values(CHANGING, row),
                        Stream.of(row.id().value(), row.contract().value(), row.version()))
                .toArray();
    }

    private static Stream<@Nullable Object> values(List<Column> columns, TokenRow row) {
        return columns.stream().map(column -> column.value().apply(row));
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

    private static @Nullable Object name(@Nullable Annulment annulment) {
        return annulment == null ? null : annulment.name();
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
