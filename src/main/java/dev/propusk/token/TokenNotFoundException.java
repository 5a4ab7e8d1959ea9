package dev.propusk.token;

/** This contract has no such token. */
public class TokenNotFoundException extends RuntimeException {}
