package dev.propusk.token;

import dev.propusk.base.InstantConverter;
import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

/**
 * One row: a code, how it may be used, and, once activated, by which device.
 *
 * <p>All devices of a multi-use code have a row each, beside the unused one that stands ready (rule 4).
 */
@Entity
public class Token {
    @EmbeddedId
    private TokenId id;

    @Embedded
    private ContractId contract;

    private TokenCode code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Reuse reuse;

    @JdbcTypeCode(SqlTypes.TINYINT)
    private @Nullable Integer days;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private TokenState state;

    private @Nullable String note;
    private @Nullable String reference;
    private Instant generatedAt;
    private String generatedBy;
    private @Nullable Instant issuedAt;

    @Column(columnDefinition = "binary(6)")
    private @Nullable MacAddress mac;

    private @Nullable Instant activatedAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant annulledAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Annulment annulment;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "moved_from"))
    private @Nullable TokenId movedFrom;

    private @Nullable Instant deletedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Token() {}

    Token(TokenId id, ContractId contract, TokenCode code, TokenOrder order, String generatedBy, Instant now) {
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
    Token(ResultSet row) throws SQLException {
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

    private Token(TokenId id, Token origin) {
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

    /** This single-use token becomes the device's (rule 3). */
    void activate(MacAddress device, Instant now) {
        become(TokenState.ACTIVE, now);
        mac = device;
        activatedAt = now;
        expiresAt = term().endOf(now).orElse(null);
    }

    /** The device's row of this multi-use token, which itself stays ready for the next device (rule 4). */
    Token copyFor(TokenId copy, MacAddress device, Instant now) {
        requireState(TokenState.UNUSED, now);
        Token token = new Token(copy, this);
        token.activate(device, now);
        return token;
    }

    /** Ends this token. One whose term is over has ended already, by itself and at its own end (rule 7). */
    void annul(Annulment reason, Instant now) {
        boolean due = isDue(now);
        if (!due) {
            requireCanBecome(TokenState.ANNULLED, now);
        }
        state = TokenState.ANNULLED;
        annulledAt = due ? expiresAt : now;
        annulment = due ? Annulment.EXPIRED : reason;
    }

    /** Writes down that its term is over, if it is. */
    void settle(Instant now) {
        if (isDue(now)) {
            annul(Annulment.EXPIRED, now);
        }
    }

    /** Hides this token from the customer, ending it if it has not ended (rule 12). */
    void delete(Instant now) {
        if (state != TokenState.ANNULLED) {
            annul(Annulment.BY_HAND, now);
        }
        deletedAt = now;
    }

    /** Ends this row and continues it for the device's new address: same end, linked (rule 17). */
    Token moveTo(TokenId successor, MacAddress newMac, Instant now) {
        requireState(TokenState.ACTIVE, now);
        annul(Annulment.MOVED_TO_NEW_MAC, now);
        Token token = new Token(successor, this);
        token.activate(newMac, now);
        token.expiresAt = expiresAt;
        token.movedFrom = id;
        return token;
    }

    /** Whether the device of this row may not enter the same code again (rule 4). */
    public boolean barsReturn(Instant now) {
        return mac != null
                && annulment(now).filter(end -> !end.letsTheDeviceReturn()).isPresent();
    }

    /** Somebody was given this token, on paper or on a screen; the first time counts. */
    void issue(Instant now) {
        if (issuedAt == null) {
            issuedAt = now;
        }
    }

    private void become(TokenState next, Instant now) {
        requireCanBecome(next, now);
        state = next;
    }

    private void requireCanBecome(TokenState next, Instant now) {
        if (!state(now).canBecome(next)) {
            throw new WrongTokenStateException(id, state(now));
        }
    }

    void requireState(TokenState required, Instant now) {
        if (state(now) != required) {
            throw new WrongTokenStateException(id, state(now));
        }
    }

    /** Whether its term is over although nothing has annulled it yet. */
    private boolean isDue(Instant now) {
        return state == TokenState.ACTIVE && expiresAt != null && !expiresAt.isAfter(now);
    }

    /** Where it stands at this moment: its end holds to the second, swept or not (rule 7). */
    public TokenState state(Instant now) {
        return isDue(now) ? TokenState.ANNULLED : state;
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

    /** When it ended, if it has by this moment. */
    public Optional<Instant> annulledAt(Instant now) {
        return Optional.ofNullable(isDue(now) ? expiresAt : annulledAt);
    }

    /** Why it ended, if it has by this moment. */
    public Optional<Annulment> annulment(Instant now) {
        return Optional.ofNullable(isDue(now) ? Annulment.EXPIRED : annulment);
    }

    /** The row that this one continues for the same device (rule 17). */
    public Optional<TokenId> movedFrom() {
        return Optional.ofNullable(movedFrom);
    }

    /** How often its row has been written; null before the first time. */
    @Nullable
    Integer version() {
        return version;
    }

    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }
}
