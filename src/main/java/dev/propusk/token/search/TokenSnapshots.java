package dev.propusk.token.search;

import dev.propusk.data.WithinTransaction;
import dev.propusk.security.ContractId;
import dev.propusk.token.Quota;
import dev.propusk.token.TokenId;
import dev.propusk.token.store.Quotas;
import dev.propusk.token.store.TokenTable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tokens as they stand within the transaction of an event, for who listens to it. Nobody is asked for a permission: what
 * is read belongs to the contract whose event it is.
 */
@Component
public class TokenSnapshots {
    private final TokenTable tokens;
    private final Quotas quotas;
    private final Clock clock;

    TokenSnapshots(TokenTable tokens, Quotas quotas, Clock clock) {
        this.tokens = tokens;
        this.quotas = quotas;
        this.clock = clock;
    }

    @WithinTransaction
    public List<TokenResource> of(ContractId contract, Collection<TokenId> ids) {
        Instant now = clock.instant();
        return tokens.findAll(contract, ids).stream()
                .map(token -> TokenResource.of(token, now))
                .toList();
    }

    @WithinTransaction
    public Quota quota(ContractId contract) {
        return quotas.of(contract);
    }
}
