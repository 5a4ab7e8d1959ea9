package dev.propusk.base;

/**
 * Something as it stood when it was read, for a command that must not overwrite what somebody has changed since.
 *
 * @param version of the row; 0 where there is none, or where the value itself is compared
 */
public record Seen<T>(T value, int version) {}
