package dev.propusk.gateway.redirect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * openNDS writes its parameters into one, {@code fas}, at level 1: as {@code name=value}, by commas with a space, in Base64.
 */
final class OpenNdsParameters {
    private static final String WRAPPED = "fas";
    private static final String BETWEEN = ", ";

    private OpenNdsParameters() {}

    /** What stands in it, or the parameters themselves where nothing is wrapped up. */
    static Parameters unwrapped(Parameters query) {
        return query.have(WRAPPED)
                ? query.once(WRAPPED).map(OpenNdsParameters::read).orElse(Parameters.NONE)
                : query;
    }

    private static Parameters read(String fas) {
        List<String> pairs = Arrays.asList(decoded(fas).split(BETWEEN));
        return name -> pairs.stream()
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .toList();
    }

    /** A {@code +} that no one wrote as {@code %2B} was read as a space. */
    private static String decoded(String fas) {
        try {
            return new String(Base64.getDecoder().decode(fas.replace(' ', '+')), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
