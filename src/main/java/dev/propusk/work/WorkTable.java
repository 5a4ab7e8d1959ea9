package dev.propusk.work;

/**
 * A table whose rows wait to be worked off. Beside its {@code id} it has a {@code lane}, generated: whoever must not wait for
 * others and not keep them waiting; null as soon as nothing is left to do. An index over lane and due time is what it is
 * read by.
 *
 * @param waiting that index
 * @param due when a row may be taken; while it is worked on, when whoever does so is taken for dead
 * @param tries how often it was taken
 */
public record WorkTable(String name, String waiting, String due, String tries) {}
