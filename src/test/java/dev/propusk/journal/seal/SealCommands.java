package dev.propusk.journal.seal;

import dev.propusk.TestContracts;
import dev.propusk.faults.Commands;
import java.time.Instant;
import java.util.Map;

/** Entries of the journal are sealed. */
public final class SealCommands implements Commands {
    private static final int MOST = 100_000;

    private final TestContracts contracts;
    private final SealingTransaction sealing;

    SealCommands(TestContracts contracts, SealingTransaction sealing) {
        this.contracts = contracts;
        this.sealing = sealing;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of("SealingTransaction.seal", hotel -> {
            sealing.seal(Instant.EPOCH, MOST);
            contracts.suspend(hotel.id());
            return () -> sealing.seal(Instant.EPOCH, MOST);
        });
    }
}
