package dev.propusk.gateway.origin;

import dev.propusk.base.NetworkAddress;
import dev.propusk.base.NetworkRange;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From where a gateway speaks and what tells its packets apart, as it stands in its columns; null: none. The first address
 * and the first name have a column of their own, for nodes of the release before know no others.
 */
@Embeddable
public class StoredOrigin {
    private @Nullable String address;
    private @Nullable String furtherAddresses;
    private @Nullable String nasIdentifier;
    private @Nullable String furtherNames;
    private @Nullable String ssids;
    private @Nullable String realms;
    private @Nullable String vlans;

    /** Nowhere, and told apart by nothing. */
    public StoredOrigin() {}

    public StoredOrigin(Sources sources, Signs signs) {
        address = sources.first().map(NetworkAddress::toString).orElse(null);
        furtherAddresses = NetworkRange.stored(sources.further().ranges());
        nasIdentifier = signs.nasIdentifiers().stream().findFirst().orElse(null);
        furtherNames = lines(signs.nasIdentifiers().stream().skip(1));
        ssids = lines(signs.ssids().stream());
        realms = lines(signs.realms().stream());
        vlans = lines(signs.vlans().stream());
    }

    public Sources sources() {
        return Sources.parse(
                (address == null ? "" : address) + " " + (furtherAddresses == null ? "" : furtherAddresses));
    }

    public Signs signs() {
        return new Signs(
                texts(ssids),
                Stream.concat(nasIdentifier().stream(), texts(furtherNames).stream())
                        .toList(),
                texts(realms),
                texts(vlans).stream().map(Integer::valueOf).toList());
    }

    /** The first single one. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    /** The first one. */
    public Optional<String> nasIdentifier() {
        return Optional.ofNullable(nasIdentifier);
    }

    /** One in a line. */
    private static @Nullable String lines(Stream<?> values) {
        String lines = values.map(Object::toString).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    private static List<String> texts(@Nullable String lines) {
        return lines == null ? List.of() : lines.lines().toList();
    }
}
