package dev.propusk.gateway.redirect;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How redirects say where the guest is to be handed back. */
final class LoginAddress {
    private LoginAddress() {}

    /** Not at all. */
    static Function<Parameters, Optional<URI>> none() {
        return query -> Optional.empty();
    }

    /** By a whole address. */
    static Function<Parameters, Optional<URI>> of(String name) {
        return query -> query.once(name).flatMap(LoginAddress::read).filter(URI::isAbsolute);
    }

    /** By a host, perhaps with its port. */
    static Function<Parameters, Optional<URI>> host(String... names) {
        return query -> query.first(List.of(names)).flatMap(host -> read("//" + host));
    }

    /** By parts of an address, of which the host is enough. */
    static Function<Parameters, Optional<URI>> parts(String scheme, String host, String port) {
        return query -> query.once(host)
                .flatMap(name ->
                        read(query.once(scheme).map(known -> known + ":").orElse("") + "//" + name
                                + query.once(port).map(known -> ":" + known).orElse("")));
    }

    /** CoovaChilli's own page. */
    static Function<Parameters, Optional<URI>> uam(String host, String port) {
        return query -> query.once(host)
                .flatMap(name -> query.once(port).flatMap(number -> read("http://" + name + ":" + number + "/logon")));
    }

    private static Optional<URI> read(String text) {
        try {
            return Optional.of(URI.create(text)).filter(address -> address.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
