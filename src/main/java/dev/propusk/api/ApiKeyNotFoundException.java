package dev.propusk.api;

/** This contract has no such key. */
public class ApiKeyNotFoundException extends RuntimeException {}
