package dev.propusk.journal;

import java.util.List;

/** Deeds of one moment: published as one, so that the journal writes them by one statement. */
public interface JournalEvents {
    List<? extends JournalEvent> events();
}
