package dev.propusk.token.generate;

import dev.propusk.api.IdempotentCalls;
import dev.propusk.api.RequestKey;
import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.security.ContractId;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
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
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The transaction behind {@link Generation}; done again with the same ids, it finds what it did before. */
@Component
class GenerationTransaction {
    private final TokenTable tokens;
    private final CodeRegister codes;
    private final MultiUseCodes openCodes;
    private final Quotas quotas;
    private final Contracts contracts;
    private final IdempotentCalls answers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GenerationTransaction(
            TokenTable tokens,
            CodeRegister codes,
            MultiUseCodes openCodes,
            Quotas quotas,
            Contracts contracts,
            IdempotentCalls answers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.codes = codes;
        this.openCodes = openCodes;
        this.quotas = quotas;
        this.contracts = contracts;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
    }

    @Atomic
    Generated generate(ContractId contract, List<TokenId> ids, TokenRequest order, String by) {
        return generate(contract, ids, order, by, false);
    }

    private Generated generate(
            ContractId contract, List<TokenId> ids, TokenRequest order, String by, boolean handedOut) {
        if (tokens.findOrDeleted(contract, ids.getFirst()).isPresent()) {
            return new Generated(tokens.findAll(contract, ids), quotas.of(contract));
        }
        quotas.take(contract, order.count());
        contracts.requireOpen(contract);
        List<Token> made = make(contract, ids, order, by, clock.instant());
        if (handedOut) {
            made.forEach(token -> token.issue(clock.instant()));
        }
        tokens.insert(made);
        if (order.reuse() == Reuse.MULTI_USE) {
            openCodes.open(made);
        }
        events.publishEvent(new TokensGenerated(contract, ids, order));
        return new Generated(made, quotas.of(contract));
    }

    /** As {@link #generate}, for somebody who waits at the desk. */
    @Atomic
    Generated handOut(ContractId contract, List<TokenId> ids, TokenRequest order, String by) {
        Generated generated = generate(contract, ids, order, by, true);
        events.publishEvent(new TokensIssued(contract, ids));
        return generated;
    }

    @Atomic
    String generateOnce(
            ContractId contract,
            List<TokenId> ids,
            TokenRequest order,
            String by,
            RequestKey key,
            Function<Generated, String> answer) {
        return answers.begin(contract, key).orElseGet(() -> {
            String first = answer.apply(generate(contract, ids, order, by));
            answers.remember(contract, key, first);
            return first;
        });
    }

    private List<Token> make(ContractId contract, List<TokenId> ids, TokenRequest order, String by, Instant now) {
        List<TokenCode> fresh = codes.take(ids.size());
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new Token(ids.get(i), contract, fresh.get(i), order, by, now))
                .toList();
    }
}
