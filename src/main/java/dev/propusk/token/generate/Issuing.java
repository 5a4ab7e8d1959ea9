package dev.propusk.token.generate;

import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.data.WithinTransaction;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.KeyScope;
import dev.propusk.security.PanelUser;
import dev.propusk.security.StaffOnly;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenKind;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.TokensIssued;
import dev.propusk.token.UnusedLimitExceededException;
import dev.propusk.token.Uses;
import dev.propusk.token.generate.Generation.Generated;
import dev.propusk.token.store.TokenTable;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Marks tokens as handed out, so that nobody is given the same code twice. */
@Service
public class Issuing {
    private static final TokenKind USUAL = new TokenKind(Uses.ONE, Term.ofDays(1));

    private final TokenTable tokens;
    private final GenerationTransaction generation;
    private final IssueHabits habits;
    private final CurrentUser currentUser;
    private final Contracts contracts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Issuing(
            TokenTable tokens,
            GenerationTransaction generation,
            IssueHabits habits,
            CurrentUser currentUser,
            Contracts contracts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.generation = generation;
        this.habits = habits;
        this.currentUser = currentUser;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /** What kind this login handed out last. */
    @StaffOnly
    public TokenKind lastKind(ContractId contract) {
        return currentUser
                .panelUser()
                .flatMap(user -> habits.of(user.account()))
                .orElse(USUAL);
    }

    /**
     * Makes tokens for a guest who stands at the desk; they count as issued from the start, so that nobody else gets them.
     *
     * @throws UnusedLimitExceededException where so many more would be above the limit; nothing is made (rule 13)
     */
    @StaffOnly
    public Generated issueNow(ContractId contract, TokenRequest request) {
        List<TokenId> ids =
                Stream.generate(TokenId::next).limit(request.count()).toList();
        return generation.handOut(
                contract,
                ids,
                request,
                currentUser.actor().name(),
                currentUser.panelUser().map(PanelUser::account).orElse(null));
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
        issue(waiting);
        if (!waiting.isEmpty()) {
            events.publishEvent(
                    new TokensIssued(contract, waiting.stream().map(Token::id).toList()));
        }
        return waiting.size();
    }

    /** The first time counts; the rest stays as it is. Part of the transaction that hands them out. */
    @WithinTransaction
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    public void issue(ContractId contract, Collection<TokenId> ids) {
        issue(tokens.findAll(contract, ids));
    }

    private void issue(List<Token> waiting) {
        waiting.forEach(token -> token.issue(clock.instant()));
        tokens.update(waiting);
    }
}
