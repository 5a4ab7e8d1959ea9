package dev.propusk.token.activate;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.token.LiveToken;
import dev.propusk.token.store.TokenTable;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what devices send and receive, where their token or their network limits it (rule 24). */
@Service
public class Traffic {
    private final TokenTable tokens;
    private final Contracts contracts;
    private final Clock clock;

    Traffic(TokenTable tokens, Contracts contracts, Clock clock) {
        this.tokens = tokens;
        this.contracts = contracts;
        this.clock = clock;
    }

    /**
     * So much more has passed; part of the transaction in which that is remembered, so that it counts once.
     *
     * @param octets bytes, in both directions together
     * @param at when it had passed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passed(ContractId contract, MacAddress device, long octets, Instant at) {
        LiveToken.of(
                        tokens.findLive(contract, device, clock.instant()),
                        contracts.get(contract).limits())
                .filter(live -> live.counts(at))
                .ifPresent(live -> tokens.count(contract, live.token().id(), octets));
    }
}
