package dev.propusk.token;

import dev.propusk.base.Atomic;
import dev.propusk.security.ContractId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends rows, each in a transaction of its own: many in one would meet too many others in a cluster. */
@Component
class Endings {
    private final TokenRepository tokens;
    private final OpenCodes openCodes;
    private final Quotas quotas;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Endings(TokenRepository tokens, OpenCodes openCodes, Quotas quotas, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.openCodes = openCodes;
        this.quotas = quotas;
        this.events = events;
        this.clock = clock;
    }

    /** Ends one row, whatever state it is in; one that has ended stays as it is, but may still be deleted. */
    @Atomic
    Token end(ContractId contract, TokenId id, TokenEnd how) {
        Instant now = clock.instant();
        Token token = tokens.findByContractAndId(contract, id).orElseThrow(TokenNotFoundException::new);
        TokenState before = token.state(now);
        if (before == TokenState.UNUSED && token.reuse() == Reuse.MULTI_USE) {
            openCodes.close(contract, token.code());
        }
        if (before == TokenState.ANNULLED) {
            token.settle(now);
        } else {
            token.annul(how.reason(), now);
            events.publishEvent(new TokenAnnulled(contract, id, how, token.mac().orElse(null)));
        }
        if (how.deleting() && token.deletedAt().isEmpty()) {
            token.delete(now);
            events.publishEvent(new TokenDeleted(contract, id));
        }
        if (before == TokenState.UNUSED) {
            quotas.free(contract);
            events.publishEvent(new UnusedTokensFell(contract));
        }
        return token;
    }
}
