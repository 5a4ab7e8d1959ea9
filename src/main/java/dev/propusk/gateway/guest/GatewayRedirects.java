package dev.propusk.gateway.guest;

import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayRepository;
import dev.propusk.gateway.GatewaySecrets;
import dev.propusk.security.ContractId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From which gateway a guest's browser comes to the portal. */
@Service
@Transactional(readOnly = true)
public class GatewayRedirects {
    private final GatewayRepository gateways;
    private final GatewaySecrets secrets;

    GatewayRedirects(GatewayRepository gateways, GatewaySecrets secrets) {
        this.gateways = gateways;
        this.secrets = secrets;
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
                .filter(gateway ->
                        gateway.address().filter(client.toString()::equals).isPresent())
                .map(GatewayCaller::of)
                .findFirst();
    }
}
