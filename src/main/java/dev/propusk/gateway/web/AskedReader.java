package dev.propusk.gateway.web;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.origin.Asked;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads out of a packet where it comes from. */
final class AskedReader {
    /** An access point's address in its usual writings, before the name of the network (RFC 3580, 3.20). */
    private static final Pattern CALLED = Pattern.compile("([0-9A-Fa-f.:-]{12,17}):(.+)", Pattern.DOTALL);

    /** {@code vlan100}, {@code vlanid=100}, {@code vlan-id:100}. */
    private static final Pattern VLAN = Pattern.compile("vlan(?:-?id)?[=:]?0*([1-9][0-9]{0,3})(?![0-9])");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final int LONGEST = 253;

    private AskedReader() {}

    static Asked read(RadiusRequest request) {
        return new Asked(
                request.text("Called-Station-Id").flatMap(AskedReader::ssid),
                request.text("NAS-Identifier").filter(name -> !name.isEmpty()),
                request.text("User-Name").flatMap(AskedReader::realm),
                vlan(request));
    }

    /** Behind the access point's address; a text that does not begin with one is the network's name, unless it is an address. */
    private static Optional<String> ssid(String called) {
        Matcher withAddress = CALLED.matcher(called);
        if (withAddress.matches() && MacAddress.read(withAddress.group(1)).isPresent()) {
            return Optional.of(withAddress.group(2));
        }
        return Optional.of(called)
                .filter(text -> !text.isBlank() && MacAddress.read(text).isEmpty());
    }

    private static Optional<String> realm(String user) {
        int at = user.lastIndexOf('@');
        return at < 0 || at == user.length() - 1 ? Optional.empty() : Optional.of(user.substring(at + 1));
    }

    /** Of all places that tell one the first. */
    private static Optional<Integer> vlan(RadiusRequest request) {
        Stream<String> group = Stream.of("Tunnel-Private-Group-Id", "Tunnel-Private-Group-Id:0")
                .flatMap(request::texts)
                .filter(NUMBER.asMatchPredicate());
        Stream<String> port = request.texts("NAS-Port-Id")
                .filter(text -> text.length() <= LONGEST)
                .flatMap(text ->
                        VLAN.matcher(text.toLowerCase(Locale.ROOT)).results().limit(1))
                .map(found -> found.group(1));
        return Stream.concat(group, port).findFirst().map(Integer::valueOf);
    }
}
