package dev.propusk.journal.ui;

import dev.propusk.base.Csv;
import dev.propusk.base.ZoneName;
import dev.propusk.journal.JournalEntry;
import java.util.List;
import java.util.Objects;

/** Entries as a file for a spreadsheet. */
record JournalTable(JournalWords words, JournalReader reader) {
    String of(List<JournalEntry> entries) {
        return new Csv(';').table(header(), entries.stream().map(this::row).toList());
    }

    private List<String> header() {
        return List.of(
                words.text("journal.at-utc"),
                words.text("journal.at") + ", " + ZoneName.of(reader.zone()),
                words.text("journal.contract"),
                words.text("journal.actor"),
                words.text("journal.address"),
                words.text("journal.what"),
                words.text("journal.action"),
                words.text("journal.subject"),
                words.text("journal.details"));
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
