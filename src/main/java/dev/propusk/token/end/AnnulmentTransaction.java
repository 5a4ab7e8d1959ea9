package dev.propusk.token.end;

import dev.propusk.data.Atomic;
import dev.propusk.data.WithinTransaction;
import dev.propusk.security.ContractId;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenAnnulled;
import dev.propusk.token.TokenDeleted;
import dev.propusk.token.TokenEnd;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.TokenState;
import dev.propusk.token.UnusedTokensFell;
import dev.propusk.token.store.MultiUseCodes;
import dev.propusk.token.store.Quotas;
import dev.propusk.token.store.TokenTable;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends rows, each in a transaction of its own: many in one would meet too many others in a cluster. */
@Component
public class AnnulmentTransaction {
    private final TokenTable tokens;
    private final MultiUseCodes multiUse;
    private final Quotas quotas;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnnulmentTransaction(
            TokenTable tokens, MultiUseCodes multiUse, Quotas quotas, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.multiUse = multiUse;
        this.quotas = quotas;
        this.events = events;
        this.clock = clock;
    }

    /** Ends one row, whatever state it is in; one that has ended stays as it is, but may still be deleted. */
    @Atomic
    Token end(ContractId contract, TokenId id, TokenEnd how) {
        Token token = tokens.findOrDeleted(contract, id).orElseThrow(TokenNotFoundException::new);
        if (token.reuse() == Reuse.MULTI_USE && token.mac().isEmpty()) {
            multiUse.close(contract, token.code());
        }
        return end(token, how);
    }

    /** Ends the row that stood ready, for the last of its devices is entering it (rule 23); those that leave may come back. */
    @WithinTransaction
    public void usedUp(Token ready) {
        end(ready, TokenEnd.USED_UP);
    }

    private Token end(Token token, TokenEnd how) {
        Instant now = clock.instant();
        ContractId contract = token.contract();
        TokenId id = token.id();
        TokenState before = token.state(now);
        boolean deleting = how.deleting() && token.deletedAt().isEmpty();
        become(token, before, how, deleting, now);
        tokens.update(token);
        if (before != TokenState.ANNULLED) {
            events.publishEvent(new TokenAnnulled(contract, id, how, token.mac().orElse(null)));
        }
        if (deleting) {
            events.publishEvent(new TokenDeleted(contract, id));
        }
        if (before == TokenState.UNUSED) {
            quotas.free(contract);
            events.publishEvent(new UnusedTokensFell(contract));
        }
        return token;
    }

    private static void become(Token token, TokenState before, TokenEnd how, boolean deleting, Instant now) {
        if (before == TokenState.ANNULLED) {
            token.settle(now);
        } else {
            token.annul(how.reason(), now);
        }
        if (deleting) {
            token.delete(now);
        }
    }
}
