package dev.propusk.account;

/** A code or a password was tried too often; after a while it goes on. */
public class TooManyTriesException extends RuntimeException {}
