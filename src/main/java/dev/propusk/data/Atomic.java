package dev.propusk.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * All or nothing, once. Where another transaction was in the way (a conflict at COMMIT in a cluster, a deadlock, a row that
 * changed since it was read), or where the connection was lost, it is done again a bounded number of times.
 *
 * <p>Always a transaction of its own, so that nothing is answered before COMMIT has. Where COMMIT's own answer was lost,
 * the command first looks for its own id, that of its first entry in the journal, which is the same at each try: if that
 * stands, all of it does, and what the lost try returned is returned. So a command needs an entry in the journal, or
 * another row with an {@link OwnId}, or has to change nothing when it is done again.
 *
 * <p>The ids of what it makes are made outside and handed in. Slow work (passwords, PDF, the network) stands outside too: a
 * connection is held meanwhile.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Atomic {}
