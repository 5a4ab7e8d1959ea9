/**
 * How long evidence is kept (rule 12), what keeps it longer, and how it is purged.
 *
 * <p>In: settings, ADMIN's legal holds. Out: rows that are no more, told in the journal. Begin with
 * {@code Retention}.
 */
@NullMarked
package dev.propusk.retention;

import org.jspecify.annotations.NullMarked;
