package dev.propusk.data;

import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Turns on what {@link Atomic} and the jobs stand on. */
@Configuration
@EnableResilientMethods
@EnableScheduling
class DataConfiguration {}
