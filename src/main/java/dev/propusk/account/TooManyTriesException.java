package dev.propusk.account;

/** A code was tried too often; in a quarter of an hour it goes on. */
public class TooManyTriesException extends RuntimeException {}
