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
    private TokenState state;
    private @Nullable Instant issuedAt;
    private @Nullable MacAddress mac;
    private @Nullable Instant activatedAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant annulledAt;
    private @Nullable Annulment annulment;
    private @Nullable Instant deletedAt;

    /** As it stands in the table. */
    public Token(TokenRow row) {
        origin = row;
        state = row.state();
        issuedAt = row.issuedAt();
        mac = row.mac();
        activatedAt = row.activatedAt();
        expiresAt = row.expiresAt();
        annulledAt = row.annulledAt();
        annulment = row.annulment();
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
                state,
                origin.note(),
                origin.reference(),
                generatedAt(),
                generatedBy(),
                issuedAt,
                mac,
                activatedAt,
                expiresAt,
                annulledAt,
                annulment,
                origin.movedFrom(),
                deletedAt,
                origin.version(),
                origin.limited());
    }

    /** Whether a verb has changed anything since it was read. */
    public boolean isChanged() {
        return !row().equals(origin);
    }

    /** This single-use token becomes the device's (rule 3). */
    public void activate(MacAddress device, Instant now) {
        become(TokenState.ACTIVE, now);
        mac = device;
        activatedAt = now;
        expiresAt = term().endOf(now).orElse(null);
    }

    /** The device's row of this multi-use token, which itself stays ready for the next device (rule 4). */
    public Token copyFor(TokenId copy, MacAddress device, Instant now) {
        requireState(TokenState.UNUSED, now);
        Token token = copy(copy, null);
        token.activate(device, now);
        return token;
    }

    /** Ends this token. One whose term is over has ended already, by itself and at its own end (rule 7). */
    public void annul(Annulment reason, Instant now) {
        boolean due = isDue(now);
        if (!due) {
            requireCanBecome(TokenState.ANNULLED, now);
        }
        state = TokenState.ANNULLED;
        annulledAt = due ? expiresAt : now;
        annulment = due ? Annulment.EXPIRED : reason;
    }

    /** Writes down that its term is over, if it is. */
    public void settle(Instant now) {
        if (isDue(now)) {
            annul(Annulment.EXPIRED, now);
        }
    }

    /** Hides this token from the customer, ending it if it has not ended (rule 12). */
    public void delete(Instant now) {
        if (state != TokenState.ANNULLED) {
            annul(Annulment.BY_HAND, now);
        }
        deletedAt = now;
    }

    /** Ends this row and continues it for the device's new address: same end, linked (rule 17). */
    public Token moveTo(TokenId successor, MacAddress newMac, Instant now) {
        requireState(TokenState.ACTIVE, now);
        annul(Annulment.MOVED_TO_NEW_MAC, now);
        Token token = copy(successor, id());
        token.activate(newMac, now);
        token.expiresAt = expiresAt;
        return token;
    }

    /** Whether the device of this row may not enter the same code again (rule 4). */
    public boolean barsReturn(Instant now) {
        return mac != null
                && annulment(now).filter(end -> !end.letsTheDeviceReturn()).isPresent();
    }

    /** Somebody was given this token, on paper or on a screen; the first time counts. */
    public void issue(Instant now) {
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
            throw new WrongTokenStateException(id(), state(now));
        }
    }

    public void requireState(TokenState required, Instant now) {
        if (state(now) != required) {
            throw new WrongTokenStateException(id(), state(now));
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

    /** When it ended, if it has by this moment. */
    public Optional<Instant> annulledAt(Instant now) {
        return Optional.ofNullable(isDue(now) ? expiresAt : annulledAt);
    }

    /** Why it ended, if it has by this moment. */
    public Optional<Annulment> annulment(Instant now) {
        return Optional.ofNullable(isDue(now) ? Annulment.EXPIRED : annulment);
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
        return Optional.ofNullable(origin.movedFrom());
    }

    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }
}
