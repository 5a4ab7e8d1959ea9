package dev.propusk.work;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Costs so much that each login has two under way at most; the rest waits its turn, before a transaction begins. What a
 * contract's logins and keys share is counted for the contract instead, by {@link CostlyWork#of}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Costly {}
