package dev.propusk.gateway.guest;

import dev.propusk.gateway.kind.WayBack.Manner;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The login pages that are set for a gateway. A redirect chooses among them and leads to no other. */
record Logins(List<URI> own) {
    /**
     * The one that a redirect means, by host, and by scheme and port as far as it says them.
     *
     * @param said what the redirect says
     */
    Optional<URI> meant(URI said, Manner manner) {
        return own.stream()
                .filter(one -> isSamePlace(one, said))
                .findFirst()
                .map(one -> URI.create(place(one) + path(one, said, manner) + query(said, manner)));
    }

    /** The only one, where a redirect says nothing of it. */
    Optional<URI> only(Manner manner) {
        return own.size() == 1 ? meant(own.getFirst(), manner) : Optional.empty();
    }

    List<String> places() {
        return own.stream().map(Logins::place).distinct().toList();
    }

    private static boolean isSamePlace(URI own, URI said) {
        return said.getHost().equalsIgnoreCase(own.getHost())
                && said.getUserInfo() == null
                && (said.getScheme() == null || said.getScheme().equalsIgnoreCase(own.getScheme()))
                && ((said.getScheme() == null && said.getPort() < 0) || port(said) == port(own));
    }

    /** What is set comes first, for it is what an administrator has seen. */
    private static String path(URI own, URI said, Manner manner) {
        return Stream.of(own.getRawPath(), said.getRawPath(), manner.path())
                .filter(path -> path.length() > 1)
                .findFirst()
                .orElse("/");
    }

    private static String query(URI said, Manner manner) {
        return manner.keepsQuery() && said.getRawQuery() != null ? "?" + said.getRawQuery() : "";
    }

    private static String place(URI address) {
        return address.getScheme().toLowerCase(Locale.ROOT) + "://" + address.getHost() + ":" + port(address);
    }

    private static int port(URI address) {
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        return address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
    }
}
