package dev.propusk.gateway.radius;

/**
 * What a gateway said to a Disconnect-Request.
 *
 * @param errorCause why it refused (RFC 5176, 3.5), 0 where it does not say
 */
public record DisconnectReply(Verdict verdict, int errorCause) {
    public static final DisconnectReply ACKNOWLEDGED = new DisconnectReply(Verdict.ACK, 0);
    public static final DisconnectReply NONE = new DisconnectReply(Verdict.NONE, 0);

    /** In a word. */
    public enum Verdict {
        /** The session has ended. */
        ACK,
        /** It refused. */
        NAK,
        /** It was silent. */
        NONE
    }

    public static DisconnectReply refused(int errorCause) {
        return new DisconnectReply(Verdict.NAK, errorCause);
    }

    /** Whether the device is offline there now. */
    public boolean isOffline() {
        return switch (verdict) {
            case ACK -> true;
            case NAK -> errorCause == ErrorCause.SESSION_NOT_FOUND.number();
            case NONE -> false;
        };
    }

    /** Whether it stumbled over what it was told rather than over the session (RFC 5176, 3.5). */
    public boolean asksForOtherAttributes() {
        return verdict == Verdict.NAK
                && (errorCause == ErrorCause.SESSION_NOT_FOUND.number()
                        || (errorCause >= ErrorCause.UNSUPPORTED_ATTRIBUTE.number()
                                && errorCause <= ErrorCause.INVALID_REQUEST.number()));
    }

    /** Whether it may say something else later. */
    public boolean isWorthAnotherTry() {
        return switch (verdict) {
            case ACK -> false;
            case NAK -> errorCause == ErrorCause.NO_RESOURCES.number();
            case NONE -> true;
        };
    }

    @Override
    public String toString() {
        return errorCause == 0 ? verdict.name() : verdict + " " + errorCause;
    }
}
