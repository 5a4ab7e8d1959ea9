package dev.propusk.gateway.origin;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What tells a gateway's packets from those of others that speak from the same address: each kind that is given has to be
 * met, by one of its values; where a kind is empty, it is not looked at.
 *
 * @param ssids names of networks in Called-Station-Id, as they are written, 1..32 bytes each
 * @param nasIdentifiers NAS-Identifier, as it is written, 1..64 bytes each
 * @param realms behind the last {@code @} of User-Name, without regard to case, 1..64 characters each
 * @param vlans 1..4094
 */
public record Signs(List<String> ssids, List<String> nasIdentifiers, List<String> realms, List<Integer> vlans)
        implements Serializable {
    public static final int MOST = 50;
    public static final Signs NONE = new Signs(List.of(), List.of(), List.of(), List.of());

    private static final int LONGEST_SSID = 32;
    private static final int LONGEST_NAME = 64;
    private static final int LAST_VLAN = 4094;

    /** @throws InvalidSignException where one of them is none, or there are too many */
    public Signs {
        ssids = checked(Sign.SSID, ssids, Signs::isSsid);
        nasIdentifiers = checked(Sign.NAS_IDENTIFIER, nasIdentifiers, Signs::isNasIdentifier);
        realms = checked(
                Sign.REALM,
                realms.stream().map(realm -> realm.toLowerCase(Locale.ROOT)).toList(),
                Signs::isRealm);
        vlans = checked(Sign.VLAN, vlans, Signs::isVlan);
    }

    private static <T> List<T> checked(Sign sign, List<T> values, Predicate<T> isOne) {
        if (values.size() > MOST || !values.stream().allMatch(isOne)) {
            throw new InvalidSignException(sign);
        }
        return values.stream().distinct().toList();
    }

    /** Told by the equipment's name alone, if by anything. */
    public static Signs by(Optional<String> nasIdentifier) {
        return new Signs(List.of(), nasIdentifier.stream().toList(), List.of(), List.of());
    }

    private static boolean isSsid(String text) {
        return isText(text, LONGEST_SSID);
    }

    public static boolean isNasIdentifier(String text) {
        return isText(text, LONGEST_NAME);
    }

    private static boolean isRealm(String text) {
        return isText(text, LONGEST_NAME) && text.indexOf('@') < 0;
    }

    private static boolean isVlan(int number) {
        return number > 0 && number <= LAST_VLAN;
    }

    private static boolean isText(String text, int bytes) {
        return !text.isBlank()
                && text.getBytes(StandardCharsets.UTF_8).length <= bytes
                && text.chars().noneMatch(Character::isISOControl);
    }

    public boolean areNone() {
        return equals(NONE);
    }

    /** Whether a packet may be this gateway's. */
    public boolean fit(Asked asked) {
        return meets(ssids, asked.ssid())
                && meets(nasIdentifiers, asked.nasIdentifier())
                && meets(realms, asked.realm().map(realm -> realm.toLowerCase(Locale.ROOT)))
                && meets(vlans, asked.vlan());
    }

    private static <T> boolean meets(List<T> values, Optional<T> told) {
        return values.isEmpty() || told.filter(values::contains).isPresent();
    }

    /** How surely they tell: of two that fit, the greater one is meant. */
    int weight() {
        return Arrays.stream(Sign.values())
                .filter(sign -> !values(sign).isEmpty())
                .mapToInt(Sign::weight)
                .sum();
    }

    /** Whether a packet could fit these and those. */
    boolean mayMeet(Signs other) {
        return Arrays.stream(Sign.values()).allMatch(sign -> mayMeet(values(sign), other.values(sign)));
    }

    private static boolean mayMeet(List<?> here, List<?> there) {
        return here.isEmpty() || there.isEmpty() || !Collections.disjoint(here, there);
    }

    private List<?> values(Sign sign) {
        return switch (sign) {
            case SSID -> ssids;
            case NAS_IDENTIFIER -> nasIdentifiers;
            case REALM -> realms;
            case VLAN -> vlans;
        };
    }

    /** Whether each packet from an address that both speak from can be told: both have a sign, and none is as good for it. */
    public boolean areToldFrom(Signs other) {
        return !areNone() && !other.areNone() && (!mayMeet(other) || weight() != other.weight());
    }

    /** Which of them decide, in their order; empty: the address alone. */
    public List<Sign> deciding() {
        return Arrays.stream(Sign.values())
                .filter(sign -> !values(sign).isEmpty())
                .toList();
    }
}
