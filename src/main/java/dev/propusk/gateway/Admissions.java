package dev.propusk.gateway;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identification;
import dev.propusk.identification.Identified;
import dev.propusk.token.TokenCode;
import dev.propusk.web.PublicSettings;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What a gateway reports and asks: a device connected here; may it pass; here is what its guest typed. */
@Service
public class Admissions {
    private final Identification identification;
    private final ForeignAnnulments foreignAnnulments;
    private final Contracts contracts;
    private final PublicSettings settings;

    Admissions(
            Identification identification,
            ForeignAnnulments foreignAnnulments,
            Contracts contracts,
            PublicSettings settings) {
        this.identification = identification;
        this.foreignAnnulments = foreignAnnulments;
        this.contracts = contracts;
        this.settings = settings;
    }

    /** The device connected to this gateway: other networks lose it (rule 10). */
    public Admission connect(GatewayCaller gateway, MacAddress device) {
        foreignAnnulments.deviceConnected(gateway, device);
        return admission(contracts.get(gateway.contract()), identification.find(gateway.contract(), device));
    }

    /**
     * The device asks by RADIUS whether it may pass, and may have to be let in before it connects: then it is here only where
     * it is let in.
     */
    public Admission ask(GatewayCaller gateway, MacAddress device) {
        Admission admission =
                admission(contracts.get(gateway.contract()), identification.find(gateway.contract(), device));
        if (gateway.meanings().refusedIsHere() || admission.identified().isPresent()) {
            foreignAnnulments.deviceConnected(gateway, device);
        }
        return admission;
    }

    /**
     * The device sends what its guest typed.
     *
     * @throws dev.propusk.token.CodeNotAcceptedException where it does not identify the device here
     * @throws dev.propusk.identification.TooManyGuessesException where so many wrong ones came that none is looked at
     */
    public Admission identify(GatewayCaller gateway, MacAddress device, TokenCode code) {
        Identified identified = identification.identify(
                Attempt.atGateway(gateway.contract(), gateway.gateway().value(), device), code);
        foreignAnnulments.deviceConnected(gateway, device);
        return admission(contracts.get(gateway.contract()), Optional.of(identified));
    }

    private Admission admission(Contract here, Optional<Identified> identified) {
        return new Admission(identified, here.isOpen(), settings.at("/portal/" + here.slug()));
    }
}
