package dev.propusk.gateway.guest;

import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayRepository;
import dev.propusk.gateway.GatewaySecrets;
import dev.propusk.gateway.guest.HandBack.Field;
import dev.propusk.gateway.kind.HandedField;
import dev.propusk.gateway.kind.WayBack;
import dev.propusk.gateway.redirect.Led;
import dev.propusk.security.ContractId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a guest who may pass is handed back: only into a gateway of this contract, to a login page that is set for it (gateway 5).
 */
@Service
@Transactional(readOnly = true)
public class HandBacks {
    private final GatewayRepository gateways;
    private final GatewaySecrets secrets;

    HandBacks(GatewayRepository gateways, GatewaySecrets secrets) {
        this.gateways = gateways;
        this.secrets = secrets;
    }

    /**
     * The way back into the gateway that the redirect names; into the only one of its kind, where it names none and the kind
     * wants a form.
     *
     * @param user who logs in there: a code, or a device by its MAC
     * @param page where the gateway may send the guest afterwards
     */
    public Optional<HandBack> find(ContractId contract, Led led, String user, String page) {
        List<Gateway> ofKind = gateways.findInUse(contract).stream()
                .filter(gateway -> gateway.kind().redirect() == led.by())
                .toList();
        return ofKind.stream()
                .flatMap(gateway -> address(gateway, led, ofKind.size() == 1)
                        .map(address -> handBack(gateway, address, new Handing(led, user, page)))
                        .stream())
                .findFirst();
    }

    /** What is handed over, and what it was asked with. */
    private record Handing(Led led, String user, String page) {}

    private static Optional<URI> address(Gateway gateway, Led led, boolean isOnlyOne) {
        Logins logins = new Logins(gateway.logins());
        WayBack.Manner manner = gateway.kind().wayBack().manner();
        Optional<URI> said = led.login();
        return said.isEmpty() && isOnlyOne && manner.form()
                ? logins.only(manner)
                : said.flatMap(address -> logins.meant(address, manner));
    }

    private HandBack handBack(Gateway gateway, URI address, Handing handing) {
        WayBack way = gateway.kind().wayBack();
        List<Field> fields = way.fields().stream()
                .flatMap(field -> filled(gateway, field, handing))
                .toList();
        List<String> places = new Logins(gateway.logins()).places();
        return way.manner().form()
                ? new HandBack(address, fields, places)
                : new HandBack(link(address, fields), List.of(), places);
    }

    private static URI link(URI address, List<Field> fields) {
        String query = fields.stream()
                .map(field -> field.name() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? address : URI.create(address + "?" + query);
    }

    private Stream<Field> filled(Gateway gateway, HandedField field, Handing handing) {
        return switch (field.source()) {
            case USER, PASSWORD -> Stream.of(new Field(field.name(), handing.user()));
            case HIDDEN -> Stream.of(hidden(gateway, field, handing));
            case FIXED -> Stream.of(new Field(field.name(), field.text()));
            case PASSED ->
                handing.led().query().once(field.name()).stream().map(value -> new Field(field.name(), value));
            case BACK -> Stream.of(new Field(field.name(), handing.page()));
        };
    }

    private Field hidden(Gateway gateway, HandedField field, Handing handing) {
        return handing.led()
                .query()
                .once("challenge")
                .filter(ChilliSecret::isHex)
                .flatMap(challenge -> secrets.redirect(gateway)
                        .map(secret -> new ChilliSecret(secret).hide(handing.user(), challenge)))
                .map(response -> new Field(field.name(), response))
                .orElseGet(() -> new Field(field.text(), handing.user()));
    }
}
