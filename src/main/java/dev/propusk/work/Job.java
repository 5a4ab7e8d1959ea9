package dev.propusk.work;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Done again and again in the background, on a thread of its own: a job that takes long, hangs or fails keeps no other
 * waiting, and comes again in its time. Each node runs all jobs, so that each must bear being run on several at once.
 *
 * <p>Durations are written as {@code 2s} or {@code 10m}, or as a property that holds one.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Job {
    /** Its name for metrics and people: unique, and it stays when classes are renamed. */
    String value();

    /** How long it rests between two runs. */
    String every();

    /** How long after the start its first run comes; where the rest is shorter, so long. */
    String first() default "0s";

    /** A run that takes longer is taken for hung: it is interrupted, and after as long again nobody waits for it. */
    String longest() default "10m";
}
