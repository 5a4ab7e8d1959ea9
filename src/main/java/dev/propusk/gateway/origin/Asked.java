package dev.propusk.gateway.origin;

import dev.propusk.base.MacAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a packet says of where it comes from, besides its address.
 *
 * @param ssid the network's name in its Called-Station-Id
 * @param nasIdentifier what the equipment calls itself
 * @param realm what stands behind the last {@code @} of its User-Name
 * @param vlan the guests' VLAN, as the equipment tells it
 */
public record Asked(
        Optional<String> ssid, Optional<String> nasIdentifier, Optional<String> realm, Optional<Integer> vlan) {
    /** One that says nothing of itself. */
    public static final Asked NOTHING =
            new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** An access point's address in its usual writings, before the name of the network (RFC 3580, 3.20). */
    private static final Pattern CALLED = Pattern.compile("([0-9A-Fa-f.:-]{12,17}):(.+)", Pattern.DOTALL);

    /** {@code vlan100}, {@code vlanid=100}, {@code vlan-id:100}, within other words. */
    private static final Pattern VLAN = Pattern.compile("vlan(?:-?id)?[=:]?0*([1-9][0-9]{0,3})(?![0-9])");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final int LONGEST = 253;

    /** One that tells the equipment's name at most. */
    public static Asked by(Optional<String> nasIdentifier) {
        return new Asked(Optional.empty(), nasIdentifier, Optional.empty(), Optional.empty());
    }

    /**
     * Out of a packet's attributes.
     *
     * @param vlans where it may tell a VLAN, the likeliest first: a number alone, or {@code vlan…} within other words
     */
    public static Asked of(
            Optional<String> calledStationId,
            Optional<String> nasIdentifier,
            Optional<String> userName,
            Stream<String> vlans) {
        return new Asked(
                calledStationId.flatMap(Asked::ssidOf),
                nasIdentifier.filter(name -> !name.isEmpty()),
                userName.flatMap(Asked::realmOf),
                vlans.filter(text -> text.length() <= LONGEST)
                        .flatMap(text -> vlanOf(text).stream())
                        .findFirst());
    }

    /** Behind the access point's address; a text that does not begin with one is the network's name, unless it is an address. */
    private static Optional<String> ssidOf(String called) {
        Matcher withAddress = CALLED.matcher(called);
        if (withAddress.matches() && MacAddress.read(withAddress.group(1)).isPresent()) {
            return Optional.of(withAddress.group(2));
        }
        return Optional.of(called)
                .filter(text -> !text.isBlank() && MacAddress.read(text).isEmpty());
    }

    private static Optional<String> realmOf(String user) {
        int at = user.lastIndexOf('@');
        return at < 0 || at == user.length() - 1 ? Optional.empty() : Optional.of(user.substring(at + 1));
    }

    private static Optional<Integer> vlanOf(String text) {
        Matcher within = VLAN.matcher(text.toLowerCase(Locale.ROOT));
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(Integer.valueOf(text));
        }
        return within.find() ? Optional.of(Integer.valueOf(within.group(1))) : Optional.empty();
    }
}
