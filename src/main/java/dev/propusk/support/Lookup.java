package dev.propusk.support;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.token.Token;
import dev.propusk.token.TokenLookup;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds an activated device over all contracts, and leaves a line in the journal that somebody looked. */
@Service
public class Lookup {
    private final TokenLookup tokens;
    private final Contracts contracts;
    private final ApplicationEventPublisher events;

    Lookup(TokenLookup tokens, Contracts contracts, ApplicationEventPublisher events) {
        this.tokens = tokens;
        this.contracts = contracts;
        this.events = events;
    }

    @PreAuthorize("hasRole('SUPPORT')")
    @Transactional
    public List<Found> find(MacAddress device) {
        List<Found> found = tokens.findByMacAcrossContracts(device).stream()
                .map(token -> new Found(token, contracts.get(token.contract())))
                .toList();
        events.publishEvent(new DeviceLookedUp(device, found.size()));
        return found;
    }

    /** A device's token, and whose network it was. */
    public record Found(Token token, Contract contract) {}
}
