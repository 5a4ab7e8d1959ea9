/**
 * Bringing the schema to this version: by one node at a time, never from a newer one, and finished when it was cut off.
 *
 * <p>In: Liquibase's changelogs, a database. Out: a schema that this program can work with, or a refusal to start that says
 * what to do. Begin with {@link dev.propusk.migration.MigrationGuard}; how changelogs are written is told in
 * {@code CONTRIBUTING.md}.
 */
@NullMarked
package dev.propusk.migration;

import org.jspecify.annotations.NullMarked;
