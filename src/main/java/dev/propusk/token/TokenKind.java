package dev.propusk.token;

/** What kind of token a person hands out: for how many devices, and for how long. */
public record TokenKind(Uses uses, Term term) {}
