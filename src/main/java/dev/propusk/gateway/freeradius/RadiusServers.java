package dev.propusk.gateway.freeradius;

import dev.propusk.base.AddressList;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.secrets.IssuedKey;
import dev.propusk.secrets.KeyForm;
import dev.propusk.security.NeedsProof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the provider's FreeRADIUS servers, which open the RADIUS secrets of all gateways: an administrator makes them. */
@Service
public class RadiusServers {
    static final KeyForm FORM = new KeyForm("rk_", 30);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String SELECT =
            "select id, name, addresses, added_at, heard_at from radius_server where removed_at is null ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RadiusServers(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** In use, by name. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<RadiusServer> all() {
        return jdbc.sql(SELECT + "order by name, id")
                .query(RadiusServers::server)
                .list();
    }

    /**
     * One more.
     *
     * @return its key, which is shown this once
     */
    @Atomic
    @NeedsProof
    @PreAuthorize("hasRole('ADMIN')")
    public IssuedKey add(UUID id, NewRadiusServer terms) {
        return add(id, terms, FORM.issue());
    }

    /** With a key that everybody knows: for the demo alone. */
    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    public IssuedKey addWithKey(UUID id, NewRadiusServer terms, String key) {
        return add(id, terms, new IssuedKey(key));
    }

    private IssuedKey add(UUID id, NewRadiusServer terms, IssuedKey key) {
        jdbc.sql("""
                        insert into radius_server (id, name, key_hash, addresses, added_at)
                        values (:id, :name, :hash, :addresses, :now)
                        """)
                .param("id", id)
                .param("name", terms.name())
                .param("hash", key.hash())
                .param("addresses", terms.addresses().stored())
                .param("now", InstantConverter.toUtc(clock.instant()))
                .update();
        publish(id, terms.name(), terms.addresses(), true);
        return key;
    }

    /** From its next call on its key is refused; one that is removed already stays so. */
    @Atomic
    @NeedsProof
    @PreAuthorize("hasRole('ADMIN')")
    public void remove(UUID id) {
        Optional<RadiusServer> server = jdbc.sql(SELECT + "and id = ?")
                .param(id)
                .query(RadiusServers::server)
                .optional();
        server.ifPresent(one -> {
            jdbc.sql("update radius_server set removed_at = ? where id = ?")
                    .params(InstantConverter.toUtc(clock.instant()), id)
                    .update();
            publish(id, one.name(), one.addresses(), false);
        });
    }

    private void publish(UUID id, String name, AddressList addresses, boolean added) {
        events.publishEvent(new RadiusServerChanged(id, name, addresses.toString(), added));
    }

    /** Whose key this is, and that it was heard of, where it may call from there. */
    @Transactional
    Optional<RadiusServer> called(byte[] hash, String address) {
        Optional<RadiusServer> server = jdbc.sql(SELECT + "and key_hash = ?")
                .param(hash)
                .query(RadiusServers::server)
                .optional();
        server.filter(one -> one.addresses().admits(address)).ifPresent(this::heard);
        return server;
    }

    private void heard(RadiusServer server) {
        Instant lately = clock.instant().minus(PAUSE);
        if (server.heardAt().filter(lately::isBefore).isEmpty()) {
            jdbc.sql(
                            "update radius_server set heard_at = :now where id = :id and (heard_at is null or heard_at <= :lately)")
                    .param("now", InstantConverter.toUtc(clock.instant()))
                    .param("lately", InstantConverter.toUtc(lately))
                    .param("id", server.id())
                    .update();
        }
    }

    private static RadiusServer server(ResultSet row, int number) throws SQLException {
        return new RadiusServer(
                row.getObject("id", UUID.class),
                row.getString("name"),
                AddressList.parse(row.getString("addresses")),
                InstantConverter.instant(row, "added_at"),
                Optional.ofNullable(InstantConverter.instantOrNull(row, "heard_at")));
    }
}
