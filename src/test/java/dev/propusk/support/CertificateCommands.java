package dev.propusk.support;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.faults.Commands;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;

/** Certificates are made. */
public final class CertificateCommands implements Commands {
    private final CertificateTable certificates;
    private final Clock clock;

    CertificateCommands(CertificateTable certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of("CertificateTable.save", hotel -> {
            Certificate certificate = new Certificate(
                    hotel.slug().substring(0, 10), clock.instant(), "somebody", "0".repeat(64), "nothing");
            return Executors.callable(
                    () -> certificates.save(TimeOrderedId.next(), certificate, "0".repeat(64), "письмо № 17"));
        });
    }
}
