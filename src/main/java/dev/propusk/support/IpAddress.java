package dev.propusk.support;

import java.util.regex.Pattern;

/** Tells an IP address from a MAC. */
final class IpAddress {
    private static final Pattern V4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern V6 = Pattern.compile("(?i)(?=.*::)[0-9a-f:]{2,39}|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}");

    private IpAddress() {}

    static boolean looksLike(String text) {
        return V4.matcher(text).matches() || V6.matcher(text).matches();
    }
}
