package dev.propusk.gateway;

import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.redirect.Led;
import dev.propusk.security.ContractId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a guest's browser comes from a gateway to the portal, and goes back into it. */
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
     * The gateway of this contract that signed the address it led the browser to, as CoovaChilli does: MD5 over the whole
     * address before the signature, and the shared secret.
     *
     * @param address as the gateway wrote it, up to and without {@code &md=}
     * @param md the signature in hexadecimal
     */
    public Optional<GatewayCaller> signer(ContractId contract, String address, String md) {
        return gateways.findInUse(contract).stream()
                .filter(gateway -> secrets.redirect(gateway)
                        .filter(secret -> isSigned(address, secret, md))
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

    /**
     * Where the portal may lead a guest back to: only into a gateway that is set up for this contract, by scheme, host and
     * port; whatever else the address held is left out.
     *
     * @param code what the guest has just entered, if anything
     */
    public Optional<URI> wayBack(ContractId contract, Led led, Optional<String> code) {
        return led.login()
                .flatMap(login -> gateways.findInUse(contract).stream()
                        .filter(gateway -> gateway.kind().redirect() == led.by()
                                && gateway.logins().stream().anyMatch(own -> isSamePlace(own, login)))
                        .findFirst()
                        .map(gateway -> URI.create(place(login)
                                + path(login)
                                + query(gateway, code, led.query().once("challenge")))));
    }

    private String query(Gateway gateway, Optional<String> code, Optional<String> challenge) {
        return switch (gateway.kind().wayBack()) {
            case CODE ->
                code.map(entered -> "?username=" + entered + "&password=" + entered)
                        .orElse("");
            case HIDDEN_CODE ->
                code.map(entered -> "?username=" + entered + hidden(gateway, entered, challenge))
                        .orElse("");
            case NOTHING -> "";
        };
    }

    private String hidden(Gateway gateway, String code, Optional<String> challenge) {
        Optional<byte[]> secret = secrets.redirect(gateway);
        if (secret.isEmpty() || challenge.filter(GatewayRedirects::isHex).isEmpty()) {
            return "&password=" + code;
        }
        byte[] sent = HexFormat.of().parseHex(challenge.get());
        byte[] response = md5(new byte[1], code.getBytes(StandardCharsets.US_ASCII), md5(sent, secret.get()));
        return "&response=" + HexFormat.of().formatHex(response);
    }

    private static boolean isSigned(String address, byte[] secret, String md) {
        byte[] expected = md5(address.getBytes(StandardCharsets.UTF_8), secret);
        return isHex(md) && MessageDigest.isEqual(expected, HexFormat.of().parseHex(md));
    }

    private static boolean isHex(String text) {
        return text.matches("(?:[0-9A-Fa-f]{2}){1,64}");
    }

    private static boolean isSamePlace(URI own, URI login) {
        return login.getHost() != null
                && login.getUserInfo() == null
                && place(own).equalsIgnoreCase(place(login));
    }

    private static String place(URI address) {
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
        return address.getScheme() + "://" + address.getHost() + ":" + port;
    }

    private static String path(URI address) {
        return Optional.ofNullable(address.getRawPath()).orElse("");
    }

    private static byte[] md5(byte[]... parts) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            List.of(parts).forEach(md5::update);
            return md5.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
