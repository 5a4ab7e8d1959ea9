package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Limits;
import dev.propusk.security.ContractId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row: a code, how it may be used, and, once activated, by which device.
 *
 * <p>All devices of a multi-use code have a row each, beside the unused one that stands ready (rule 4). It is nobody's to
 * watch: what a verb has changed stands in {@link #row()} and is written by whoever asked for it.
 */
public class Token {
    private final TokenRow origin;
    private final TokenLife life;
    private @Nullable Instant issuedAt;
    private @Nullable Instant deletedAt;

    /** As it stands in the table. */
    public Token(TokenRow row) {
        origin = row;
        life = new TokenLife(row);
        issuedAt = row.issuedAt();
        deletedAt = row.deletedAt();
    }

    /** A new one, unused. */
    public Token(
            TokenId id, ContractId contract, TokenCode code, TokenRequest request, String generatedBy, Instant now) {
        this(TokenRow.unused(id, contract, code, request, generatedBy, now));
    }

    /** Like this one, and nobody's yet. */
    private Token copy(TokenId id, @Nullable TokenId continued) {
        return new Token(origin.copy(id, issuedAt, continued));
    }

    /** As it is to stand in the table, with what its verbs have changed; the version is the one it was read at. */
    public TokenRow row() {
        return new TokenRow(
                id(),
                contract(),
                code(),
                reuse(),
                origin.days(),
                life.state(),
                origin.note(),
                origin.reference(),
                generatedAt(),
                generatedBy(),
                issuedAt,
                life.mac(),
                life.activatedAt(),
                life.expiresAt(),
                life.annulledAt(),
                life.annulment(),
                origin.movedFrom(),
                deletedAt,
                origin.version(),
                origin.limited(),
                origin.places());
    }

    /** Whether a verb has changed anything since it was read. */
    public boolean isChanged() {
        return !row().equals(origin);
    }

    /** This single-use token becomes the device's (rule 3). */
    public void activate(MacAddress device, Instant now) {
        life.begin(device, now, term().endOf(now).orElse(null));
    }

    /**
     * The device's row of this multi-use token, which itself stays ready for the next device (rule 4), or is used up and lets
     * one of its own in again (rule 23).
     */
    public Token copyFor(TokenId copy, MacAddress device, Instant now) {
        if (!isUsedUp()) {
            requireState(TokenState.UNUSED, now);
        }
        Token token = copy(copy, null);
        token.activate(device, now);
        return token;
    }

    /** Ends this token. One whose term is over has ended already, by itself and at its own end (rule 7). */
    public void annul(Annulment reason, Instant now) {
        life.end(reason, now);
    }

    /** Writes down that its term is over, if it is. */
    public void settle(Instant now) {
        if (life.isDue(now)) {
            annul(Annulment.EXPIRED, now);
        }
    }

    /** Hides this token from the customer, ending it if it has not ended (rule 12). */
    public void delete(Instant now) {
        if (life.state() != TokenState.ANNULLED) {
            annul(Annulment.BY_HAND, now);
        }
        deletedAt = now;
    }

    /** Ends this row and continues it for the device's new address: same end, linked (rule 17). */
    public Token moveTo(TokenId successor, MacAddress newMac, Instant now) {
        requireState(TokenState.ACTIVE, now);
        annul(Annulment.MOVED_TO_NEW_MAC, now);
        Token token = copy(successor, id());
        token.life.begin(newMac, now, life.expiresAt());
        return token;
    }

    /** Whether the device of this row may not enter the same code again (rule 4). */
    public boolean barsReturn(Instant now) {
        return life.mac() != null
                && annulment(now).filter(end -> !end.letsTheDeviceReturn()).isPresent();
    }

    /** Whether as many devices as it is for have entered it (rule 23). */
    public boolean isUsedUp() {
        return life.annulment() == Annulment.USED_UP;
    }

    /** Somebody was given this token, on paper or on a screen; the first time counts. */
    public void issue(Instant now) {
        if (issuedAt == null) {
            issuedAt = now;
        }
    }

    public void requireState(TokenState required, Instant now) {
        life.require(state(now) == required, now);
    }

    /** Where it stands at this moment: its end holds to the second, swept or not (rule 7). */
    public TokenState state(Instant now) {
        return life.state(now);
    }

    /** When it ended, if it has by this moment. */
    public Optional<Instant> annulledAt(Instant now) {
        return life.annulledAt(now);
    }

    /** Why it ended, if it has by this moment. */
    public Optional<Annulment> annulment(Instant now) {
        return life.annulment(now);
    }

    public TokenId id() {
        return origin.id();
    }

    public ContractId contract() {
        return origin.contract();
    }

    public TokenCode code() {
        return origin.code();
    }

    public Reuse reuse() {
        return origin.reuse();
    }

    public Uses uses() {
        TokenRow.Places places = origin.places();
        return new Uses(reuse(), places == null ? null : places.all());
    }

    /** How many devices have entered a code that is for a number of them, as of when it was read. */
    public int devicesEntered() {
        TokenRow.Places places = origin.places();
        return places == null ? 0 : places.taken();
    }

    public Term term() {
        return new Term(origin.days());
    }

    public Optional<String> note() {
        return Optional.ofNullable(origin.note());
    }

    /** The customer's own number for it, such as a booking's. */
    public Optional<String> reference() {
        return Optional.ofNullable(origin.reference());
    }

    /** Of its own; what is not set is the contract's (rule 24). */
    public Limits limits() {
        return origin.limited().limits();
    }

    /** How many bytes its device has sent and received, as far as that is counted. */
    public Optional<Long> octets() {
        return Optional.ofNullable(origin.limited().octets());
    }

    public Instant generatedAt() {
        return origin.generatedAt();
    }

    public String generatedBy() {
        return origin.generatedBy();
    }

    /** When it was first printed or shown to be handed out. */
    public Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    public Optional<MacAddress> mac() {
        return Optional.ofNullable(life.mac());
    }

    public Optional<Instant> activatedAt() {
        return Optional.ofNullable(life.activatedAt());
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(life.expiresAt());
    }

    /** The row that this one continues for the same device (rule 17). */
    public Optional<TokenId> movedFrom() {
        return Optional.ofNullable(origin.movedFrom());
    }

    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }
}
