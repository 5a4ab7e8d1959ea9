package dev.propusk.web;

import dev.propusk.base.StartRefusedException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the outside reaches the application. All that leaves the house is made from it: portal addresses, invitations,
 * problem types, the API's description, QR codes, gateways' settings.
 *
 * @param publicUrl scheme, host and perhaps port, without a path: {@code https://wifi.example.org}
 */
@ConfigurationProperties("propusk")
public record PublicSettings(URI publicUrl) {
    private static final String REMEDY =
            "Set it to the address that guests and staff open in a browser, such as https://wifi.example.org.";

    /**
     * Takes an address as it was set.
     *
     * @throws StartRefusedException where it is missing or is not such an address
     */
    public PublicSettings(@Nullable URI publicUrl) {
        this.publicUrl = checked(publicUrl);
    }

    /**
     * The address by which the outside reaches this path.
     *
     * @param path from the root, with a leading slash: {@code /portal/hotel}
     */
    public URI at(String path) {
        return publicUrl.resolve(path);
    }

    /** Whether browsers come by TLS: then cookies, redirects and bookmarks stay on it. */
    public boolean isTls() {
        return publicUrl.getScheme().equals("https");
    }

    private static URI checked(@Nullable URI given) {
        if (given == null || given.toString().isBlank()) {
            throw new StartRefusedException("propusk.public-url is not set.", REMEDY);
        }
        String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw wrong(given, "does not begin with https:// or http://");
        }
        if (given.getHost() == null || given.getUserInfo() != null) {
            throw wrong(given, "names no host");
        }
        if (!given.getRawPath().matches("/?")) {
            throw wrong(given, "has a path: Propusk stands at the root of a host name of its own");
        }
        if (given.getRawQuery() != null || given.getRawFragment() != null) {
            throw wrong(given, "goes on after the host");
        }
        boolean usual = given.getPort() == (scheme.equals("https") ? 443 : 80);
        String port = given.getPort() < 0 || usual ? "" : ":" + given.getPort();
        return URI.create(scheme + "://" + given.getHost().toLowerCase(Locale.ROOT) + port);
    }

    private static StartRefusedException wrong(URI given, String why) {
        return new StartRefusedException("propusk.public-url is " + given + ", which " + why + ".", REMEDY);
    }
}
