package dev.propusk.base;

/** What was given is no device's MAC address. */
public class InvalidMacAddressException extends IllegalArgumentException {}
