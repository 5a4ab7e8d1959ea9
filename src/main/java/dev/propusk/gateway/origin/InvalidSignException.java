package dev.propusk.gateway.origin;

/** A gateway's packets can't be told so; {@code sign} says by which kind of value. */
public class InvalidSignException extends RuntimeException {
    private final Sign sign;

    InvalidSignException(Sign sign) {
        super("Invalid " + sign);
        this.sign = sign;
    }

    public Sign sign() {
        return sign;
    }
}
