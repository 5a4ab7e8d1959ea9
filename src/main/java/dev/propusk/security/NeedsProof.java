package dev.propusk.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Changes what protects a login, a key or a secret: whoever sits at an open session has to have given its password a short
 * while ago ({@link Proof}), else {@link ProofNeededException} (sign-in 11).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsProof {}
