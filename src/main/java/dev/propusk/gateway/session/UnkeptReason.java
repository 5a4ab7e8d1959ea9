package dev.propusk.gateway.session;

/** Why a report can't be kept. */
public enum UnkeptReason {
    /** It names no session, or by an id that is longer than RADIUS has. */
    NO_SESSION,
    /** Nothing in it tells which device it is. */
    NO_DEVICE,
    /** It comes from equipment that calls itself otherwise than is set. */
    OTHER_NAME,
    /** It tells of something else than a session. */
    OTHER_KIND
}
