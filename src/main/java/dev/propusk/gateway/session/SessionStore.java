package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import java.util.List;
import java.util.UUID;

/** Where the sessions of one gateway stand, as far as {@link SessionBook} has to know. */
interface SessionStore {
    /** Of this id and device, by this NAS or by one that is not known; locked until the transaction ends. */
    List<HeardSession> named(UUID nas, String session, MacAddress device);

    /** What goes on of this device at this NAS. */
    List<HeardSession> openOf(UUID nas, MacAddress device);

    /** What goes on at this NAS with one of these addresses. */
    List<HeardSession> openAt(UUID nas, List<AddressBlock> addresses);

    /** With its addresses; whether it is new, for another node may hear of it at the same time. */
    boolean insert(HeardSession session);

    /**
     * As it is now.
     *
     * @param changed of its addresses those that are new or other than before
     */
    void update(HeardSession session, List<HeldAddress> changed);

    /** Where it still goes on, it ended at its last report. */
    void endByGuess(HeardSession session, SessionEnd by);
}
