package dev.propusk.token.generate;

import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.data.WithinTransaction;
import dev.propusk.security.ContractId;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenKind;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokensGenerated;
import dev.propusk.token.TokensIssued;
import dev.propusk.token.generate.Generation.Generated;
import dev.propusk.token.store.MultiUseCodes;
import dev.propusk.token.store.Quotas;
import dev.propusk.token.store.TokenTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The transaction behind {@link Generation}. */
@Component
class GenerationTransaction {
    private final TokenTable tokens;
    private final CodeRegister codes;
    private final MultiUseCodes multiUse;
    private final Quotas quotas;
    private final Contracts contracts;
    private final IssueHabits habits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GenerationTransaction(
            TokenTable tokens,
            CodeRegister codes,
            MultiUseCodes multiUse,
            Quotas quotas,
            Contracts contracts,
            IssueHabits habits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.codes = codes;
        this.multiUse = multiUse;
        this.quotas = quotas;
        this.contracts = contracts;
        this.habits = habits;
        this.events = events;
        this.clock = clock;
    }

    @Atomic
    Generated generate(ContractId contract, List<TokenId> ids, TokenRequest request, String by) {
        return generate(contract, ids, request, by, false);
    }

    /** Part of a transaction that is done once by itself. */
    @WithinTransaction
    Generated generateWithin(ContractId contract, List<TokenId> ids, TokenRequest request, String by) {
        return generate(contract, ids, request, by, false);
    }

    private Generated generate(
            ContractId contract, List<TokenId> ids, TokenRequest request, String by, boolean handedOut) {
        quotas.take(contract, request.count());
        contracts.requireOpen(contract);
        List<Token> made = make(contract, ids, request, by, clock.instant());
        if (handedOut) {
            made.forEach(token -> token.issue(clock.instant()));
        }
        tokens.insert(made);
        if (request.reuse() == Reuse.MULTI_USE) {
            multiUse.open(made);
        }
        events.publishEvent(new TokensGenerated(contract, ids, request));
        return new Generated(made, quotas.of(contract));
    }

    /**
     * As {@link #generate}, for somebody who waits at the desk.
     *
     * @param login whose habit it becomes; null: nobody's
     */
    @Atomic
    Generated handOut(ContractId contract, List<TokenId> ids, TokenRequest request, String by, @Nullable UUID login) {
        Generated generated = generate(contract, ids, request, by, true);
        events.publishEvent(new TokensIssued(contract, ids));
        if (login != null) {
            habits.remember(login, new TokenKind(request.uses(), request.term()));
        }
        return generated;
    }

    private List<Token> make(ContractId contract, List<TokenId> ids, TokenRequest request, String by, Instant now) {
        List<TokenCode> fresh = codes.take(ids.size());
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new Token(ids.get(i), contract, fresh.get(i), request, by, now))
                .toList();
    }
}
