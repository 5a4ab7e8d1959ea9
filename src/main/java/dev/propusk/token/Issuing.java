package dev.propusk.token;

import dev.propusk.base.Atomic;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.StaffOnly;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Marks tokens as handed out, so that nobody is given the same code twice. */
@Service
public class Issuing {
    private final TokenRepository tokens;
    private final Contracts contracts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Issuing(TokenRepository tokens, Contracts contracts, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /** These were handed out from the screen, or on a paper that somebody wrote; what is no longer unused stays as it is. */
    @Atomic
    @StaffOnly
    public int handOut(ContractId contract, Collection<TokenId> ids) {
        contracts.requireOpen(contract);
        List<Token> waiting = tokens.findAll(contract, ids).stream()
                .filter(token -> token.issuedAt().isEmpty())
                .filter(token -> token.state(clock.instant()) == TokenState.UNUSED)
                .toList();
        waiting.forEach(token -> token.issue(clock.instant()));
        if (!waiting.isEmpty()) {
            events.publishEvent(
                    new TokensIssued(contract, waiting.stream().map(Token::id).toList()));
        }
        return waiting.size();
    }

    /** The first time counts; the rest stays as it is. Part of the transaction that hands them out. */
    @Transactional(propagation = Propagation.MANDATORY)
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    public void issue(ContractId contract, Collection<TokenId> ids) {
        tokens.findAll(contract, ids).forEach(token -> token.issue(clock.instant()));
    }
}
