package dev.propusk.data;

import jakarta.persistence.PessimisticLockException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All or nothing, and done again a bounded number of times where another transaction was in the way: a conflict at
 * COMMIT in a cluster, a deadlock, a row that changed since it was read; or where the connection was lost.
 *
 * <p>Always a transaction of its own, so that nothing is answered before COMMIT has. What is made once for all tries
 * (ids) is made outside and handed in.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional(propagation = Propagation.REQUIRES_NEW)
@Retryable(
        includes = {
            ConcurrencyFailureException.class,
            PessimisticLockException.class,
            TransientDataAccessException.class,
            DataAccessResourceFailureException.class
        },
        maxRetries = 30,
        delay = 2,
        jitter = 5,
        multiplier = 1.4,
        maxDelay = 200)
public @interface Atomic {}
