package dev.propusk.webhook;

/** This contract has set no address for events. */
public class HookNotFoundException extends RuntimeException {}
