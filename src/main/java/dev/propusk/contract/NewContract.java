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
 */
public record NewContract(String number, String name, String slug, String ssid, ZoneId zone, boolean believesLinkMac) {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public NewContract {
        check(NUMBER.matcher(number).matches(), "number");
        check(!name.isBlank() && name.length() <= 100, "name");
        check(SLUG.matcher(slug).matches(), "slug");
        check(!ssid.isBlank() && ssid.getBytes(StandardCharsets.UTF_8).length <= 32, "ssid");
    }

    private static void check(boolean valid, String field) {
        if (!valid) {
            throw new InvalidContractException(field);
        }
    }
}
