package dev.propusk.audit.ui;

import com.vaadin.flow.component.UI;
import dev.propusk.audit.JournalEntry;
import dev.propusk.base.Csv;
import java.util.List;
import java.util.Objects;

/** Entries as a file for a spreadsheet. */
record JournalTable(JournalWords words, JournalReader reader, UI ui) {
    String of(List<JournalEntry> entries) {
        return new Csv(';').table(header(), entries.stream().map(this::row).toList());
    }

    private List<String> header() {
        return List.of(
                ui.getTranslation("journal.at-utc"),
                ui.getTranslation("journal.at") + ", " + reader.zone(),
                ui.getTranslation("journal.contract"),
                ui.getTranslation("journal.actor"),
                ui.getTranslation("journal.address"),
                ui.getTranslation("journal.what"),
                ui.getTranslation("journal.action"),
                ui.getTranslation("journal.subject"),
                ui.getTranslation("journal.details"));
    }

    private List<String> row(JournalEntry entry) {
        return List.of(
                entry.at().toString(),
                words.time(entry, reader.zone()),
                reader.contractNumber(entry),
                words.actor(entry),
                Objects.toString(entry.actor().address(), ""),
                words.sentence(entry),
                entry.action(),
                Objects.toString(entry.subject(), ""),
                entry.details());
    }
}
