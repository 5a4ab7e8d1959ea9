package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import jakarta.persistence.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * One row: a code, how it may be used, and, once activated, by which device.
 *
 * <p>All devices of a multi-use code have a row each, beside the unused one that stands ready (rule 4).
 */
@Entity
public class Token extends TokenRow {
    protected Token() {}

    public Token(TokenId id, ContractId contract, TokenCode code, TokenRequest order, String generatedBy, Instant now) {
        super(id, contract, code, order, generatedBy, now);
    }

    public Token(ResultSet row) throws SQLException {
        super(row);
    }

    private Token(TokenId id, Token origin) {
        super(id, origin);
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
        Token token = new Token(copy, this);
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
            throw new WrongTokenStateException(id, state(now));
        }
    }

    public void requireState(TokenState required, Instant now) {
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

    /** When it ended, if it has by this moment. */
    public Optional<Instant> annulledAt(Instant now) {
        return Optional.ofNullable(isDue(now) ? expiresAt : annulledAt);
    }

    /** Why it ended, if it has by this moment. */
    public Optional<Annulment> annulment(Instant now) {
        return Optional.ofNullable(isDue(now) ? Annulment.EXPIRED : annulment);
    }
}
