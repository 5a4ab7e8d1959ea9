package dev.propusk.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A part of somebody's transaction, an {@link Atomic} command's nearly always: where there is none it refuses to run, so that
 * nothing is written beside what it belongs to.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional(propagation = Propagation.MANDATORY, transactionManager = WithinTransaction.MANAGER)
public @interface WithinTransaction {
    /** Named, or each call would look through the class for the name of another. */
    String MANAGER = "transactionManager";
}
