package dev.propusk.webhook;

/** Events can't go to this address. */
public class InvalidHookAddressException extends IllegalArgumentException {}
