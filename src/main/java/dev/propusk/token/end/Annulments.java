package dev.propusk.token.end;

import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.KeyScope;
import dev.propusk.security.Role;
import dev.propusk.security.StaffOnly;
import dev.propusk.security.StaffOrSupport;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenEnd;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.TokenState;
import dev.propusk.token.WrongTokenStateException;
import dev.propusk.token.store.TokenTable;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Tokens are annulled and deleted by hand (rules 11 and 12). */
@Service
public class Annulments {
    private final TokenTable tokens;
    private final AnnulmentTransaction transaction;
    private final CodeCloser codeCloser;
    private final Contracts contracts;
    private final CurrentUser currentUser;
    private final Clock clock;

    Annulments(
            TokenTable tokens,
            AnnulmentTransaction transaction,
            CodeCloser codeCloser,
            Contracts contracts,
            CurrentUser currentUser,
            Clock clock) {
        this.tokens = tokens;
        this.transaction = transaction;
        this.codeCloser = codeCloser;
        this.contracts = contracts;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Ends this token: a device's row ends that device and leaves the others; the unused one of a multi-use code ends the
     * code for those to come. Done again, it changes nothing.
     *
     * @param devices also every device of the code, and its unused token
     */
    @StaffOrSupport(keys = KeyScope.TOKENS_WRITE)
    public Token annul(ContractId contract, TokenId id, boolean devices) {
        contracts.requireOpen(contract);
        Token token = tokens.find(contract, id).orElseThrow(TokenNotFoundException::new);
        if (token.reuse() == Reuse.MULTI_USE && (devices || isUnused(token))) {
            closeCode(token, TokenEnd.BY_HAND, devices);
            return tokens.find(contract, id).orElse(token);
        }
        return transaction.end(contract, id, TokenEnd.BY_HAND);
    }

    /**
     * Frees the place of an unused token; ends an activated one and hides it from the customer.
     *
     * @throws WrongTokenStateException where an operator would delete one that is no longer unused
     */
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    public void delete(ContractId contract, TokenId id) {
        contracts.requireOpen(contract);
        Token token = tokens.find(contract, id).orElseThrow(TokenNotFoundException::new);
        if (currentUser.panelUser().filter(user -> user.role() == Role.OPERATOR).isPresent()) {
            token.requireState(TokenState.UNUSED, clock.instant());
        }
        if (token.reuse() == Reuse.MULTI_USE && isUnused(token)) {
            closeCode(token, TokenEnd.DELETION, false);
        } else {
            transaction.end(contract, id, TokenEnd.DELETION);
        }
    }

    private boolean isUnused(Token token) {
        return token.state(clock.instant()) == TokenState.UNUSED;
    }

    private void closeCode(Token token, TokenEnd how, boolean devices) {
        TokenId unused =
                tokens.findStandingReady(token.contract(), token.code()).orElse(token.id());
        codeCloser.close(new CodeClosing(token.contract(), token.code(), unused, how, devices));
    }
}
