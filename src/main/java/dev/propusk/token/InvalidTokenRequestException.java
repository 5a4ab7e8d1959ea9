package dev.propusk.token;

/** Tokens can't be generated like this; one field is out of its range. */
public class InvalidTokenRequestException extends IllegalArgumentException {
    private final String field;

    InvalidTokenRequestException(String field) {
        super(field);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
