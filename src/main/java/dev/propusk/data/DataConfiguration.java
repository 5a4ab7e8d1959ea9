package dev.propusk.data;

import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Turns on what {@link Atomic} stands on. */
@Configuration
@EnableResilientMethods
class DataConfiguration {}
