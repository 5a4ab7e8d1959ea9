package dev.propusk.api;

/** This Idempotency-Key came with another request before. */
public class RequestKeyReusedException extends RuntimeException {}
