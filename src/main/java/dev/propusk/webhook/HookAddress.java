package dev.propusk.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where events go: an {@code https} address. Whether it is a public one shows when it is connected to. */
public record HookAddress(URI value) {
    public static final int MAX_LENGTH = 500;

    /**
     * @param allowPlain whether {@code http} will do
     * @throws InvalidHookAddressException where events can't go there
     */
    static HookAddress parse(String text, boolean allowPlain) {
        URI uri = uri(text.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isKnown = scheme.equals("https") || (allowPlain && scheme.equals("http"));
        if (!isKnown
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > 65_535) {
            throw new InvalidHookAddressException();
        }
        return new HookAddress(uri);
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (text.length() <= MAX_LENGTH && uri.toASCIIString().equals(text)) {
                return uri;
            }
            throw new InvalidHookAddressException();
        } catch (URISyntaxException e) {
            throw new InvalidHookAddressException();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
