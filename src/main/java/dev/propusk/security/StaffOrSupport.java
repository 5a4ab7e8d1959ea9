package dev.propusk.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Who works for the contract given as {@code contract}, and the provider's support. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("@scope.helps(#contract, '{keys}')")
public @interface StaffOrSupport {
    /** What a key of the contract must be made for to do this as well; none: no key may. */
    KeyScope[] keys() default {};
}
