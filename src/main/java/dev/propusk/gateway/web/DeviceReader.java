package dev.propusk.gateway.web;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.kind.DevicePlace;
import dev.propusk.token.TokenCode;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads out of a packet which device it is about, where its gateway writes it. */
final class DeviceReader {
    /** A device's address with its separators. */
    private static final int WRITTEN = 17;

    private DeviceReader() {}

    /**
     * The device by its own address: alone, before the name of a network, or before a realm. What reads as a code is one,
     * though its digits would be an address as well.
     */
    static Optional<MacAddress> read(RadiusRequest request, DevicePlace place) {
        return place.attributes().stream()
                .flatMap(attribute -> texts(request, attribute))
                .filter(text -> TokenCode.read(text).isEmpty())
                .flatMap(text -> mac(text).stream())
                .findFirst();
    }

    private static Stream<String> texts(RadiusRequest request, DevicePlace.Attribute attribute) {
        return request.texts(attribute.title())
                .filter(text -> text.startsWith(attribute.before()))
                .map(text -> text.substring(attribute.before().length()));
    }

    private static Optional<MacAddress> mac(String text) {
        int at = text.indexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        return MacAddress.read(name)
                .or(() -> name.length() > WRITTEN && name.charAt(WRITTEN) == ':'
                        ? MacAddress.read(name.substring(0, WRITTEN))
                        : Optional.empty());
    }
}
