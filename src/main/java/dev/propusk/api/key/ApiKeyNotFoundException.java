package dev.propusk.api.key;

/** This contract has no such key. */
public class ApiKeyNotFoundException extends RuntimeException {}
