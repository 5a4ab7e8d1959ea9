package dev.propusk.support;

/** Where an answer is weak. */
public enum Doubt {
    /** A multi-use code is known to many: it does not name one guest. */
    MULTI_USE,
    /** The device made its address up and may have changed it. */
    PRIVATE_MAC,
    /** More than one device fits. */
    SEVERAL_DEVICES,
    /** An activation was moved from one address to another. */
    MOVED,
    /** Nobody but the panel says that the device was there: it was entered by hand, or no gateway reported it. */
    NO_SESSION,
    /** Nobody said when a session began, or that it had ended: it was heard of from then, or until then. */
    LAST_HEARD,
    /** More fits than is shown. */
    MORE
}
