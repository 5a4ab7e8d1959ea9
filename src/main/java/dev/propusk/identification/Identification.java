package dev.propusk.identification;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.token.Activation;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.LiveTokens;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** May this device pass, and until when: what the portal and the gateways ask. */
@Service
public class Identification {
    private final Activation activation;
    private final LiveTokens liveTokens;
    private final Contracts contracts;

    Identification(Activation activation, LiveTokens liveTokens, Contracts contracts) {
        this.activation = activation;
        this.liveTokens = liveTokens;
        this.contracts = contracts;
    }

    /**
     * The device sends what its guest typed.
     *
     * @return until when it is identified: the latest of its tokens' ends (rule 16)
     * @throws CodeNotAcceptedException where this does not identify it here, for whatever reason (rule 9)
     */
    public Identified identify(ContractId contract, TokenCode code, MacAddress device) {
        Token token = activation.activate(contract, code, device);
        return find(contract, device)
                .orElseGet(() -> new Identified(token.expiresAt().orElse(null)));
    }

    /** Whether the device may pass now; never in a network that is suspended or closed (rules 7, 16 and 22). */
    public Optional<Identified> find(ContractId contract, MacAddress device) {
        return contracts.get(contract).isOpen()
                ? liveTokens
                        .lastToEnd(contract, device)
                        .map(token -> new Identified(token.expiresAt().orElse(null)))
                : Optional.empty();
    }
}
