package dev.propusk.token.activate;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.StaffOrSupport;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.CodeNotAcceptedException.Refusal;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.TokenState;
import dev.propusk.token.WrongTokenStateException;
import dev.propusk.token.store.TokenTable;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** A device enters a token (rules 3 to 6, 9, 15), is entered by hand (rule 21), or goes on under a new MAC (rule 17). */
@Service
public class Activation {
    private static final int TRIES = 3;

    private final ActivationTransaction transaction;
    private final TokenTable tokens;
    private final ActivationMetrics metrics;
    private final Clock clock;

    Activation(ActivationTransaction transaction, TokenTable tokens, ActivationMetrics metrics, Clock clock) {
        this.transaction = transaction;
        this.tokens = tokens;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What the network asks for when a device sends a code. A device that holds the code already keeps its token and its
     * end (rule 15).
     *
     * @throws CodeNotAcceptedException where this code does not identify this device here; nothing has changed
     */
    public Token activate(ContractId contract, TokenCode code, MacAddress device) {
        return activate(contract, code, device, Function.identity());
    }

    /**
     * The same, and what the network asks then, in the same transaction.
     *
     * @param then asked once more where all of it is done again
     */
    public <T> T activate(ContractId contract, TokenCode code, MacAddress device, Function<Token, T> then) {
        return metrics.measure(() -> {
            try {
                return activate(contract, code, device, false, then);
            } catch (WrongContractStatusException e) {
                throw new CodeNotAcceptedException(Refusal.CONTRACT_NOT_OPEN);
            }
        });
    }

    /**
     * Enters this token for a device that has no browser, or whose guest can't (rule 21).
     *
     * @throws WrongTokenStateException where the token identifies another device or has ended
     * @throws CodeNotAcceptedException where the device may not enter this code again (rule 4)
     */
    @StaffOrSupport(keys = KeyScope.TOKENS_WRITE)
    public Token activateByHand(ContractId contract, TokenId id, MacAddress device) {
        Token token = tokens.find(contract, id).orElseThrow(TokenNotFoundException::new);
        if (!token.mac().filter(device::equals).isPresent()) {
            token.requireState(TokenState.UNUSED, clock.instant());
        }
        return activate(contract, token.code(), device, true, Function.identity());
    }

    /**
     * Continues an activation for the device's new address: same end, both rows linked (rule 17).
     *
     * @throws WrongTokenStateException where the token is not active, or the new address holds the same code already
     */
    @StaffOrSupport(keys = KeyScope.TOKENS_WRITE)
    public Token moveToNewMac(ContractId contract, TokenId id, MacAddress newMac) {
        return transaction.move(contract, id, TokenId.next(), newMac);
    }

    private <T> T activate(
            ContractId contract, TokenCode code, MacAddress device, boolean byHand, Function<Token, T> then) {
        TokenId copy = TokenId.next();
        for (int tried = 1; ; tried++) {
            try {
                return transaction.activate(contract, code, device, copy, byHand, then);
            } catch (DataIntegrityViolationException e) {
                // the same device was faster with another request; what it got stands there now
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }
}
