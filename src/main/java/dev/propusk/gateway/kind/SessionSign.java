package dev.propusk.gateway.kind;

import java.util.List;

/** By what a Disconnect-Request tells which session is meant (RFC 5176, 3). */
public enum SessionSign {
    NAS_IDENTIFIER,
    NAS_ADDRESS,
    USER,
    STATION,
    SESSION,
    DEVICE_ADDRESS,
    /** Service-Type, which some find nobody without; it is no part of what others take. */
    SERVICE;

    /** Whatever is known of a session and its equipment. */
    public static final List<SessionSign> ALL =
            List.of(NAS_IDENTIFIER, NAS_ADDRESS, USER, STATION, SESSION, DEVICE_ADDRESS);
}
