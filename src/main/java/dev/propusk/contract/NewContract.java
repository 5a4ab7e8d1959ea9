package dev.propusk.contract;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * What a contract is opened with.
 *
 * @param number 1..20 letters, digits and dashes, one contract's only
 * @param slug 1..40 small letters, digits and dashes, one contract's only
 * @param ssid 1..32 bytes in UTF-8 (IEEE 802.11)
 * @param limits of every device, where its token says nothing else
 */
public record NewContract(
        String number, String name, String slug, String ssid, ZoneId zone, boolean believesLinkMac, Limits limits) {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public NewContract {
        require(isNumber(number), "number");
        require(isName(name), "name");
        require(isSlug(slug), "slug");
        require(isSsid(ssid), "ssid");
    }

    /** One whose devices have no limits. */
    public NewContract(String number, String name, String slug, String ssid, ZoneId zone, boolean believesLinkMac) {
        this(number, name, slug, ssid, zone, believesLinkMac, Limits.NONE);
    }

    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    public static boolean isName(String text) {
        return !text.isBlank() && text.length() <= 100;
    }

    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    public static boolean isSsid(String text) {
        return !text.isBlank() && text.getBytes(StandardCharsets.UTF_8).length <= 32;
    }

    NewContract with(NetworkTerms network) {
        return new NewContract(
                number, network.name(), slug, network.ssid(), network.zone(), believesLinkMac, network.limits());
    }

    static void require(boolean valid, String field) {
        if (!valid) {
            throw new InvalidContractException(field);
        }
    }
}
