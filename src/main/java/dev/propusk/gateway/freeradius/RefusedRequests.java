package dev.propusk.gateway.freeradius;

import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The packets that were nobody's, so that whoever sets up a gateway sees why it is not heard. Anybody can send some: there are
 * {@value #SLOTS} places for them, each written at most once in a few seconds by each node, and a later one takes the place of
 * an earlier one.
 */
@Service
public class RefusedRequests {
    static final int SLOTS = 256;
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int SHOWN = 50;
    private static final int LONGEST = 64;

    private final AtomicLongArray written = new AtomicLongArray(SLOTS);
    private final JdbcClient jdbc;
    private final Clock clock;

    RefusedRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The last of its kind.
     *
     * @param source the address that it came from
     */
    public record Refused(
            String source, Refusal refusal, Optional<String> ssid, Optional<String> nasIdentifier, Instant at) {}

    /** One more. */
    public void note(String source, Asked asked, Refusal refusal) {
        String ssid = shortened(asked.ssid());
        String nasIdentifier = shortened(asked.nasIdentifier());
        String from = source.length() > LONGEST ? source.substring(0, LONGEST) : source;
        int slot = Math.floorMod(Objects.hash(from, ssid, nasIdentifier, refusal.name()), SLOTS);
        long now = clock.millis();
        long before = written.get(slot);
        if (now - before < PAUSE.toMillis() || !written.compareAndSet(slot, before, now)) {
            return;
        }
        jdbc.sql("""
                        replace into refused_radius (slot, source, refusal, ssid, nas_identifier, refused_at)
                        values (:slot, :source, :refusal, :ssid, :nas, :now)
                        """)
                .param("slot", slot)
                .param("source", from)
                .param("refusal", refusal.name())
                .param("ssid", ssid)
                .param("nas", nasIdentifier)
                .param("now", InstantConverter.toUtc(clock.instant()))
                .update();
    }

    private static @Nullable String shortened(Optional<String> text) {
        return text.map(all -> all.length() > LONGEST ? all.substring(0, LONGEST) : all)
                .orElse(null);
    }

    /** The latest ones, the latest first. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<Refused> latest() {
        return jdbc.sql("""
                        select source, refusal, ssid, nas_identifier, refused_at from refused_radius
                        order by refused_at desc limit :shown
                        """)
                .param("shown", SHOWN)
                .query((row, number) -> new Refused(
                        row.getString("source"),
                        Refusal.valueOf(row.getString("refusal")),
                        Optional.ofNullable(row.getString("ssid")),
                        Optional.ofNullable(row.getString("nas_identifier")),
                        InstantConverter.instant(row, "refused_at")))
                .list();
    }
}
