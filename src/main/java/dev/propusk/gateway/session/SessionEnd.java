package dev.propusk.gateway.session;

/** How a session's end is known. What is only concluded is taken back by any later report. */
public enum SessionEnd {
    /** The gateway said that it has ended. */
    STOP,
    /** The gateway said that it goes down. */
    OFF,
    /** The gateway put the device off when it was told to. */
    PUT_OFF,
    /** The gateway started anew. */
    RESTART,
    /** Nothing more was heard of it. */
    SILENCE,
    /** The device began another one at the same place. */
    NEW_SESSION,
    /** Another device has its address. */
    ADDRESS,
    /** The gateway, told to put the device off, did not find it. */
    NOT_FOUND;

    /** Whether its time is only that of the last report. */
    public boolean isGuess() {
        return switch (this) {
            case STOP, OFF, PUT_OFF -> false;
            case RESTART, SILENCE, NEW_SESSION, ADDRESS, NOT_FOUND -> true;
        };
    }

    /** Whether it may have gone on until the next report was due: nothing came in its place. */
    boolean mayBeLater() {
        return this == SILENCE || this == RESTART || this == NOT_FOUND;
    }
}
