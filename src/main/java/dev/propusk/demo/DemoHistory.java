package dev.propusk.demo;

import dev.propusk.data.InstantConverter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A past for the hotel's statistics, so that their first look is not one single day. */
@Component
@Profile("demo & !command")
class DemoHistory {
    private static final int DAYS = 60;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Random random = new Random(100_001);

    DemoHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void invent() {
        jdbc.sql("""
                        select c.id from contract c where c.number = '100001'
                        and not exists (select 1 from activation_count a where a.contract_id = c.id)
                        and c.opened_at > ?
                        """)
                .param(InstantConverter.toUtc(clock.instant().minus(1, ChronoUnit.HOURS)))
                .query(UUID.class)
                .optional()
                .ifPresent(this::invent);
    }

    private void invent(UUID hotel) {
        ZoneId zone = ZoneId.of("Europe/Moscow");
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        int unused = 150;
        for (int ago = DAYS; ago > 0; ago--) {
            LocalDate day = today.minusDays(ago);
            int guests = 4 + random.nextInt(day.getDayOfWeek().getValue() >= 5 ? 18 : 9);
            for (int i = 0; i < guests; i++) {
                double spread = Math.clamp(15 + 3 * random.nextGaussian(), 6, 23.7);
                Instant at = day.atStartOfDay(zone).toInstant().plus(Duration.ofMinutes((long) (spread * 60)));
                count(hotel, at, random.nextInt(6) == 0 ? "MULTI_USE" : "SINGLE_USE", random.nextInt(12) > 0);
            }
            int lowest = Math.max(6, unused - guests);
            unused = lowest < 30 ? 180 : lowest;
            jdbc.sql("insert ignore into quota_day (contract_id, day, unused, lowest) values (?, ?, ?, ?)")
                    .params(hotel, day, unused, lowest)
                    .update();
        }
    }

    private void count(UUID hotel, Instant at, String reuse, boolean timed) {
        Instant quarter = Instant.ofEpochSecond(at.getEpochSecond() / 900 * 900);
        jdbc.sql("""
                        insert into activation_count (contract_id, quarter, reuse, timed, activations)
                        values (?, ?, ?, ?, 1) on duplicate key update activations = activations + 1
                        """)
                .params(hotel, InstantConverter.toUtc(quarter), reuse, timed)
                .update();
    }
}
