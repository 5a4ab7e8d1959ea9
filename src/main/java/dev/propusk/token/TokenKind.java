package dev.propusk.token;

/** What kind of token a person hands out: how it may be used, and for how long. */
public record TokenKind(Reuse reuse, Term term) {}
