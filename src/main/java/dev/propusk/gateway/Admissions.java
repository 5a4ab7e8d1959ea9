package dev.propusk.gateway;

import dev.propusk.base.MacAddress;
import dev.propusk.identification.Arrival;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identification;
import dev.propusk.token.TokenCode;
import dev.propusk.web.PublicSettings;
import org.springframework.stereotype.Service;

/** What a gateway reports and asks: a device connected here; may it pass; here is what its guest typed. */
@Service
public class Admissions {
    private final Identification identification;
    private final ForeignAnnulments foreignAnnulments;
    private final PublicSettings settings;

    Admissions(Identification identification, ForeignAnnulments foreignAnnulments, PublicSettings settings) {
        this.identification = identification;
        this.foreignAnnulments = foreignAnnulments;
        this.settings = settings;
    }

    /** The device connected to this gateway: other networks lose it (rule 10). */
    public Admission connect(GatewayCaller gateway, MacAddress device) {
        Arrival arrival = identification.arrive(gateway.contract(), device);
        foreignAnnulments.deviceConnected(gateway, arrival);
        return admission(arrival);
    }

    /**
     * The device asks by RADIUS whether it may pass, and may have to be let in before it connects: then it is here only where
     * it is let in.
     */
    public Admission ask(GatewayCaller gateway, MacAddress device) {
        Arrival arrival = identification.arrive(gateway.contract(), device);
        Admission admission = admission(arrival);
        if (gateway.meanings().refusedIsHere() || admission.identified().isPresent()) {
            foreignAnnulments.deviceConnected(gateway, arrival);
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
        Arrival arrival = identification.arrive(
                Attempt.atGateway(gateway.contract(), gateway.gateway().value(), device), code);
        foreignAnnulments.deviceConnected(gateway, arrival);
        return admission(arrival);
    }

    private Admission admission(Arrival arrival) {
        return new Admission(
                arrival.identified(),
                arrival.network().isOpen(),
                settings.at("/portal/" + arrival.network().slug()));
    }
}
