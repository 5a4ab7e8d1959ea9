package dev.propusk.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many events wait to be delivered: {@code propusk.webhook.waiting}. */
@Component
class OutboxMetrics {
    private final JdbcClient jdbc;

    OutboxMetrics(JdbcClient jdbc, MeterRegistry registry) {
        this.jdbc = jdbc;
        Gauge.builder("propusk.webhook.waiting", this, OutboxMetrics::waiting)
                .description("Events that wait to be delivered to customers' own systems")
                .register(registry);
    }

    private int waiting() {
        return jdbc.sql("select count(*) from webhook_delivery where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }
}
