package dev.propusk.gateway.freeradius;

import dev.propusk.base.AddressList;

/**
 * What a FreeRADIUS server is described with.
 *
 * @param name 1..64 characters
 * @param addresses from where its key may be used
 */
public record NewRadiusServer(String name, AddressList addresses) {
    static final int LONGEST_NAME = 64;

    /** @throws IllegalArgumentException where the name is none */
    public NewRadiusServer {
        if (!isName(name)) {
            throw new IllegalArgumentException("Not a name");
        }
        name = name.strip();
    }

    public static boolean isName(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST_NAME;
    }
}
