/**
 * What stands in the log of what matters to security or to business: one line each, its facts as fields.
 *
 * <p>In: events of all parts. Out: lines, without codes, MACs, keys or passwords. Begin with {@code EventLog}.
 */
@NullMarked
package dev.propusk.operation.log;

import org.jspecify.annotations.NullMarked;
