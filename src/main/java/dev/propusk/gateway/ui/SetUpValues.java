package dev.propusk.gateway.ui;

import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.freeradius.RadiusSettings;
import dev.propusk.gateway.kind.SetUpValue;
import dev.propusk.web.PublicSettings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** What is typed on the equipment of one gateway. No secret is among it: the panel does not tell those a second time. */
record SetUpValues(
        String server,
        Optional<String> nasIdentifier,
        long interimSeconds,
        int disconnectPort,
        URI site,
        String portalPath) {
    /** Where FreeRADIUS listens for equipment, as it leaves the factory (RFC 2865, 3; RFC 2866, 3). */
    private static final String AUTH_PORT = "1812";

    private static final String ACCT_PORT = "1813";

    static SetUpValues of(Gateway gateway, Contract contract, RadiusSettings radius, PublicSettings settings) {
        return new SetUpValues(
                Optional.ofNullable(radius.address()).orElse(""),
                gateway.signs().nasIdentifiers().stream().findFirst(),
                radius.interimInterval().toSeconds(),
                gateway.disconnectPort(),
                settings.publicUrl(),
                "/portal/" + contract.slug());
    }

    /** Empty: it is not known here. */
    Optional<String> value(SetUpValue value) {
        return switch (value) {
            case SERVER -> Optional.of(server).filter(name -> !name.isEmpty());
            case AUTH_PORT -> Optional.of(AUTH_PORT);
            case ACCT_PORT -> Optional.of(ACCT_PORT);
            case SECRET, REDIRECT_SECRET, KEY, APPLICATION -> Optional.empty();
            case NAS_IDENTIFIER -> nasIdentifier;
            case INTERIM -> Optional.of(Long.toString(interimSeconds));
            case INTERIM_MINUTES -> Optional.of(Long.toString(Math.ceilDiv(interimSeconds, 60)));
            case DISCONNECT_PORT -> Optional.of(Integer.toString(disconnectPort));
            case URL -> Optional.of(site.toString());
            case HOST -> Optional.of(site.getHost());
            case PORTAL -> Optional.of(site.resolve(portalPath).toString());
            case PORTAL_PATH -> Optional.of(portalPath);
            case PORTAL_PLACE -> Optional.of(site.getAuthority() + portalPath);
            case CAPTIVE -> Optional.of(site.resolve(portalPath + "/captive").toString());
        };
    }

    /**
     * A file with all that it leaves open.
     *
     * @param blank what stands for what is not known
     */
    String fill(String file, Function<SetUpValue, String> blank) {
        String filled = file;
        for (SetUpValue value : SetUpValue.values()) {
            filled = filled.contains(value.mark())
                    ? filled.replace(value.mark(), value(value).orElseGet(() -> blank.apply(value)))
                    : filled;
        }
        return filled;
    }
}
