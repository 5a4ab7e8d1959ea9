/**
 * What those who run the installation see of it. In come the events of all other parts, what their jobs and queues say of
 * themselves, and what the database and the machine say; out go metrics, lines of the log and a page of the panel. Start
 * reading at {@link dev.propusk.operation.SystemReport}.
 */
@NullMarked
package dev.propusk.operation;

import org.jspecify.annotations.NullMarked;
