package dev.propusk.gateway.kind;

/**
 * One of what a login page is given.
 *
 * @param name as the page calls it
 * @param text what the source needs: a fixed value, or another name
 */
public record HandedField(String name, Source source, String text) {
    /** Where its value comes from. */
    public enum Source {
        /** Who logs in: the code, or the device by its MAC, if it may pass already. */
        USER,
        /** The same, since the password adds nothing. */
        PASSWORD,
        /** The same, hidden by a challenge and the secret of redirects; open, by the other name, where one is missing. */
        HIDDEN,
        FIXED,
        /** As the redirect brought it; where it brought none, there is no such field. */
        PASSED,
        /** Our own page, on which the guest is told how it ended. */
        BACK
    }

    static HandedField user(String name) {
        return new HandedField(name, Source.USER, "");
    }

    static HandedField password(String name) {
        return new HandedField(name, Source.PASSWORD, "");
    }

    static HandedField hidden(String name, String openly) {
        return new HandedField(name, Source.HIDDEN, openly);
    }

    static HandedField fixed(String name, String value) {
        return new HandedField(name, Source.FIXED, value);
    }

    static HandedField passed(String name) {
        return new HandedField(name, Source.PASSED, "");
    }

    static HandedField back(String name) {
        return new HandedField(name, Source.BACK, "");
    }
}
