package dev.propusk.gateway.redirect;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of the web: http or https, with a host and nobody's name in it. */
public final class WebAddress {
    private static final int LONGEST = 2_000;
    private static final Pattern HOST_FIRST =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)+(?:[/?#].*)?", Pattern.DOTALL);

    private WebAddress() {}

    public static boolean isOne(URI address) {
        return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                && address.getHost() != null
                && address.getUserInfo() == null;
    }

    /** One as people type it, perhaps without {@code http://}; empty where it is none, or too long. */
    public static Optional<URI> readTyped(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return read(HOST_FIRST.matcher(text).matches() ? "http://" + text : text)
                .filter(WebAddress::isOne);
    }

    private static Optional<URI> read(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
