package dev.propusk.token;

/** Tokens can't be generated like this; one field is out of its range. */
public class InvalidTokenOrderException extends IllegalArgumentException {
    private final String field;

    InvalidTokenOrderException(String field) {
        super(field);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
