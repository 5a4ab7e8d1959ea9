package dev.propusk.portal;

import dev.propusk.TestContracts;
import dev.propusk.faults.Commands;
import java.util.Map;

/** The portal's note is changed. */
public final class PortalCommands implements Commands {
    private final TestContracts contracts;
    private final PortalNotes notes;

    PortalCommands(TestContracts contracts, PortalNotes notes) {
        this.contracts = contracts;
        this.notes = notes;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "PortalNotes.change",
                hotel -> () -> contracts.asOwner(hotel, () -> {
                    notes.change(hotel.id(), "Спросите на стойке", "");
                    return true;
                }));
    }
}
