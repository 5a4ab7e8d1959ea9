package dev.propusk.gateway.redirect;

import dev.propusk.base.MacAddress;
import java.net.URI;
import java.util.Optional;

/**
 * How a guest's browser was led here, and what was said on the way. Nothing of it is vouched for, and nothing is an address to
 * be followed before it was compared with one that is set.
 *
 * @param query what it was read from
 */
public record Led(Redirect by, Parameters query) {
    static final Led BY_NOTHING = new Led(Redirect.PLAIN, Parameters.NONE);

    public Optional<MacAddress> device() {
        return query.once(by.names().device()).flatMap(MacAddress::read);
    }

    /** The access point at which the guest is. */
    public Optional<MacAddress> accessPoint() {
        return query.first(by.names().accessPoint()).flatMap(MacAddress::read);
    }

    /** The name of the network. */
    public Optional<String> network() {
        return query.first(by.names().network());
    }

    /** Where the equipment wants the guest back: at least a host, perhaps with its scheme and port. */
    public Optional<URI> login() {
        return by.login(query);
    }

    /** Why the equipment let the guest in no further, by Cisco's numbers, 1 to 5. */
    public Optional<Integer> refusal() {
        return query.first(by.names().refusal())
                .filter(number -> number.matches("[1-5]"))
                .map(Integer::valueOf);
    }

    /** What the guest was about to open, if that is a plain address of the web. */
    public Optional<URI> wanted() {
        return query.first(by.names().wanted()).flatMap(WebAddress::readTyped);
    }
}
