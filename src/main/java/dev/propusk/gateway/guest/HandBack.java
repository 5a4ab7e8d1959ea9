package dev.propusk.gateway.guest;

import java.net.URI;
import java.util.List;

/**
 * The guest's way back into the gateway.
 *
 * @param address where a form goes, or a whole link
 * @param fields what the form sends; none: it is a link
 * @param places schemes, hosts and ports of all login pages that are set for this gateway
 */
public record HandBack(URI address, List<Field> fields, List<String> places) {
    public record Field(String name, String value) {}

    public boolean isForm() {
        return !fields.isEmpty();
    }
}
