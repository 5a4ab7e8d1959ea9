package dev.propusk.gateway;

/** A gateway can't be described so; {@code field} says which part is wrong. */
public class InvalidGatewayException extends RuntimeException {
    private final String field;

    public InvalidGatewayException(String field) {
        super("Invalid " + field);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
