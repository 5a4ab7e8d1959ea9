package dev.propusk.token.activate;

import dev.propusk.contract.Networks;
import dev.propusk.data.WithinTransaction;
import dev.propusk.security.ContractId;
import dev.propusk.token.LiveToken;
import dev.propusk.token.search.HeldTokens;
import dev.propusk.token.store.TokenTable;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Counts what devices send and receive, where their token or their network limits it (rule 24). */
@Service
public class Traffic {
    private final TokenTable tokens;
    private final Networks networks;

    Traffic(TokenTable tokens, Networks networks) {
        this.tokens = tokens;
        this.networks = networks;
    }

    /**
     * So much more has passed; part of the transaction in which that is remembered, so that it counts once.
     *
     * @param device what it has, seen from there
     * @param octets bytes, in both directions together
     * @param at when it had passed
     * @return whether they count: then its tokens have changed
     */
    @WithinTransaction
    public boolean passed(ContractId contract, HeldTokens device, long octets, Instant at) {
        Optional<LiveToken> counting =
                device.lastToEnd(networks.get(contract).limits()).filter(live -> live.counts(at));
        counting.ifPresent(live -> tokens.count(contract, live.token().id(), octets));
        return counting.isPresent();
    }
}
