package dev.propusk.gateway.web;

/** A field of a call is missing or can't be read. */
class InvalidFieldException extends RuntimeException {
    private final String field;

    InvalidFieldException(String field) {
        super(field, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
