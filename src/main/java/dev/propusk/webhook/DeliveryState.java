package dev.propusk.webhook;

/** Where an event stands on its way. */
public enum DeliveryState {
    WAITING,
    DELIVERED,
    /** Tried for days, or its address was removed. */
    GIVEN_UP
}
