package dev.propusk.gateway.disconnect;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many sessions gateways have yet to be told to end: {@code propusk.disconnects.waiting}. */
@Component
class DisconnectMetrics {
    private final JdbcClient jdbc;

    DisconnectMetrics(JdbcClient jdbc, MeterRegistry registry) {
        this.jdbc = jdbc;
        Gauge.builder("propusk.disconnects.waiting", this, DisconnectMetrics::waiting)
                .description("Sessions that gateways have yet to be told to end")
                .register(registry);
    }

    private int waiting() {
        return jdbc.sql("select count(*) from disconnect where done_at is null")
                .query(Integer.class)
                .single();
    }
}
