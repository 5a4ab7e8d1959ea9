package dev.propusk.gateway.guest;

import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayRepository;
import dev.propusk.gateway.GatewaySecrets;
import dev.propusk.gateway.contact.Contact;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.contact.Sender;
import dev.propusk.gateway.kind.WayBack.Manner;
import dev.propusk.gateway.redirect.Led;
import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From which gateway a guest's browser comes to the portal. */
@Service
@Transactional(readOnly = true)
public class GatewayRedirects {
    private final GatewayRepository gateways;
    private final GatewaySecrets secrets;
    private final Contacts contacts;

    GatewayRedirects(GatewayRepository gateways, GatewaySecrets secrets, Contacts contacts) {
        this.gateways = gateways;
        this.secrets = secrets;
        this.contacts = contacts;
    }

    /**
     * A guest was led here by a gateway, as far as it can be told by which.
     *
     * @param signer the one that signed it
     */
    public void note(ContractId contract, Led led, NetworkAddress client, Optional<GatewayCaller> signer) {
        if (led.device().isPresent()) {
            signer.map(GatewayCaller::gateway)
                    .or(() -> leader(contract, led, client))
                    .ifPresent(gateway ->
                            contacts.note(contract, gateway, Contact.REDIRECTED, new Sender(client.shown(), null)));
        }
    }

    /** The only one that leads guests so; of several, the one whose guests come from there, or whose login page is named. */
    private Optional<GatewayId> leader(ContractId contract, Led led, NetworkAddress client) {
        List<Gateway> ofKind = gateways.findInUse(contract).stream()
                .filter(gateway -> gateway.kind().redirect() == led.by())
                .toList();
        List<Gateway> meant = ofKind.size() == 1
                ? ofKind
                : ofKind.stream().filter(gateway -> leads(gateway, led, client)).toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst().id()) : Optional.empty();
    }

    private static boolean leads(Gateway gateway, Led led, NetworkAddress client) {
        Manner manner = gateway.kind().wayBack().manner();
        return hides(gateway, client)
                || led.login()
                        .flatMap(said -> new Logins(gateway.logins()).meant(said, manner))
                        .isPresent();
    }

    private static boolean hides(Gateway gateway, NetworkAddress client) {
        return gateway.address().filter(client.toString()::equals).isPresent();
    }

    /**
     * The gateway of this contract that signed the address it led the browser to, as CoovaChilli does.
     *
     * @param address as the gateway wrote it, up to and without {@code &md=}
     * @param md the signature in hexadecimal
     */
    public Optional<GatewayCaller> signer(ContractId contract, String address, String md) {
        return gateways.findInUse(contract).stream()
                .filter(gateway -> secrets.redirect(gateway)
                        .filter(secret -> new ChilliSecret(secret).hasSigned(address, md))
                        .isPresent())
                .map(GatewayCaller::of)
                .findFirst();
    }

    /** The gateway of this contract that hides its guests behind this address. */
    public Optional<GatewayCaller> behind(ContractId contract, NetworkAddress client) {
        return gateways.findInUse(contract).stream()
                .filter(gateway -> hides(gateway, client))
                .map(GatewayCaller::of)
                .findFirst();
    }
}
