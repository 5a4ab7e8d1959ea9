/**
 * What those who run the installation see of it. In come the events of all other parts, what their jobs and queues say of
 * themselves, and what the database and the machine say; out go metrics and lines of the log. Start
 * reading at {@code OperationMetrics}.
 */
@NullMarked
package dev.propusk.operation;

import org.jspecify.annotations.NullMarked;
