package dev.propusk.base;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock: UTC, in whole microseconds, which is what the database keeps. */
@Configuration
public class TimeConfiguration {
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    MachineClock machineClock() {
        return Clock.systemUTC()::instant;
    }
}
