package dev.propusk.token;

import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.StaffOnly;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Marks tokens as handed out, so that nobody is given the same code twice. */
@Service
public class Issuing {
    private final TokenRepository tokens;
    private final Clock clock;

    Issuing(TokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The first time counts; the rest stays as it is. Part of the transaction that hands them out. */
    @Transactional(propagation = Propagation.MANDATORY)
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    public void issue(ContractId contract, Collection<TokenId> ids) {
        tokens.findAll(contract, ids).forEach(token -> token.issue(clock.instant()));
    }
}
