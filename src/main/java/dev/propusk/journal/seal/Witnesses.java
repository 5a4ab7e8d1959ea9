package dev.propusk.journal.seal;

import dev.propusk.journal.seal.Witness.Testimony;
import dev.propusk.secrets.sign.TimeStampAuthority;
import dev.propusk.work.Job;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Has the newest seal witnessed by whom the operator chose; one that could not be reached is told the next time. */
@Component
class Witnesses {
    private static final Logger log = LoggerFactory.getLogger(Witnesses.class);

    private final Seals seals;
    private final MeterRegistry meters;
    private final Clock clock;
    private final List<Witness> all = new ArrayList<>();
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    Witnesses(
            Seals seals,
            TimeStampAuthority authority,
            MeterRegistry meters,
            Clock clock,
            WitnessSettings settings,
            @Value("${propusk.data-dir}") Path dataDir) {
        this.seals = seals;
        this.meters = meters;
        this.clock = clock;
        if (settings.sealWitnessFile() != null) {
            all.add(new FileWitness(settings.sealWitnessFile()));
        }
        if (authority.isSet()) {
            all.add(new AuthorityWitness(authority, dataDir.resolve("journal-stamps.txt")));
        }
        all.forEach(this::measure);
    }

    private void measure(Witness witness) {
        told.put(witness.name(), clock.instant());
        Gauge.builder("propusk.seal.witness.age", this, it -> it.silence(witness))
                .description("How long ago a witness was last told the newest seal, or had nothing to be told")
                .baseUnit("seconds")
                .tag("witness", witness.name())
                .register(meters);
        failures(witness);
    }

    private double silence(Witness witness) {
        return (clock.millis()
                        - told.getOrDefault(witness.name(), Instant.EPOCH).toEpochMilli())
                / 1e3;
    }

    private Counter failures(Witness witness) {
        return Counter.builder("propusk.seal.witness.failures")
                .description("Seals that a witness could not be told")
                .tag("witness", witness.name())
                .register(meters);
    }

    @Job(
            value = "seal-witness",
            every = "${propusk.seal-witness-interval}",
            first = "${propusk.seal-publication-first}")
    void tell() {
        seals.newest().ifPresent(newest -> all.forEach(witness -> tell(witness, newest)));
    }

    private void tell(Witness witness, Seal newest) {
        try {
            if (witness.last().filter(newest::equals).isEmpty()) {
                witness.tell(newest);
            }
            told.put(witness.name(), clock.instant());
        } catch (IOException e) {
            failures(witness).increment();
            log.warn(
                    "The newest seal of the journal can't be told to the witness {}: {}", witness.name(), e.toString());
        }
    }

    /** What all of them say; one that can't be asked says nothing. */
    List<Testimony> testimonies() {
        List<Testimony> said = new ArrayList<>();
        for (Witness witness : all) {
            try {
                said.addAll(witness.testimonies());
            } catch (IOException e) {
                log.warn("The witness {} can't be asked: {}", witness.name(), e.toString());
            }
        }
        return said;
    }
}
