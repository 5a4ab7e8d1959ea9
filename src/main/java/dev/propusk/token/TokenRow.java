package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What the table keeps of a token; {@link Token} is what may become of it. */
@MappedSuperclass
abstract class TokenRow {
    @EmbeddedId
    TokenId id;

    @Embedded
    ContractId contract;

    TokenCode code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Reuse reuse;

    @JdbcTypeCode(SqlTypes.TINYINT)
    @Nullable
    Integer days;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    TokenState state;

    @Nullable
    String note;

    @Nullable
    String reference;

    Instant generatedAt;
    String generatedBy;

    @Nullable
    Instant issuedAt;

    @Column(columnDefinition = "binary(6)")
    @Nullable
    MacAddress mac;

    @Nullable
    Instant activatedAt;

    @Nullable
    Instant expiresAt;

    @Nullable
    Instant annulledAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    Annulment annulment;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "moved_from"))
    @Nullable
    TokenId movedFrom;

    @Nullable
    Instant deletedAt;

    @Version
    @Nullable
    Integer version;

    @SuppressWarnings("NullAway.Init")
    protected TokenRow() {}

    TokenRow(TokenId id, ContractId contract, TokenCode code, TokenRequest order, String generatedBy, Instant now) {
        this.id = id;
        this.contract = contract;
        this.code = code;
        this.reuse = order.reuse();
        this.days = order.term().days();
        this.state = TokenState.UNUSED;
        this.note = order.note();
        this.reference = order.reference();
        this.generatedAt = now;
        this.generatedBy = generatedBy;
    }

    /** As it stands in the table, read without Hibernate. */
    TokenRow(ResultSet row) throws SQLException {
        id = new TokenId(row.getObject("id", UUID.class));
        contract = new ContractId(row.getObject("contract_id", UUID.class));
        code = new TokenCode(row.getString("code"));
        reuse = Reuse.valueOf(row.getString("reuse"));
        days = row.getObject("days", Integer.class);
        state = TokenState.valueOf(row.getString("state"));
        note = row.getString("note");
        reference = row.getString("reference");
        generatedAt = InstantConverter.toInstant(row.getObject("generated_at", LocalDateTime.class));
        generatedBy = row.getString("generated_by");
        issuedAt = instant(row, "issued_at");
        byte[] device = row.getBytes("mac");
        mac = device == null ? null : MacAddress.of(device);
        activatedAt = instant(row, "activated_at");
        expiresAt = instant(row, "expires_at");
        annulledAt = instant(row, "annulled_at");
        String end = row.getString("annulment");
        annulment = end == null ? null : Annulment.valueOf(end);
        UUID origin = row.getObject("moved_from", UUID.class);
        movedFrom = origin == null ? null : new TokenId(origin);
        deletedAt = instant(row, "deleted_at");
        version = row.getInt("version");
    }

    /** Like the other one, and nobody's yet. */
    TokenRow(TokenId id, TokenRow origin) {
        this.id = id;
        this.contract = origin.contract;
        this.code = origin.code;
        this.reuse = origin.reuse;
        this.days = origin.days;
        this.state = TokenState.UNUSED;
        this.note = origin.note;
        this.reference = origin.reference;
        this.generatedAt = origin.generatedAt;
        this.generatedBy = origin.generatedBy;
        this.issuedAt = origin.issuedAt;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime utc = row.getObject(column, LocalDateTime.class);
        return utc == null ? null : InstantConverter.toInstant(utc);
    }

    public TokenId id() {
        return id;
    }

    public ContractId contract() {
        return contract;
    }

    public TokenCode code() {
        return code;
    }

    public Reuse reuse() {
        return reuse;
    }

    public Term term() {
        return new Term(days);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** The customer's own number for it, such as a booking's. */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    public Instant generatedAt() {
        return generatedAt;
    }

    public String generatedBy() {
        return generatedBy;
    }

    /** When it was first printed or shown to be handed out. */
    public Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    public Optional<MacAddress> mac() {
        return Optional.ofNullable(mac);
    }

    public Optional<Instant> activatedAt() {
        return Optional.ofNullable(activatedAt);
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** The row that this one continues for the same device (rule 17). */
    public Optional<TokenId> movedFrom() {
        return Optional.ofNullable(movedFrom);
    }

    /** How often its row has been written; null before the first time. */
    @Nullable
    public Integer version() {
        return version;
    }

    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }
}
