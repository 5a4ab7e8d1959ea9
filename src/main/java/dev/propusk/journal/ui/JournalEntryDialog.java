package dev.propusk.journal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.journal.JournalEntry;
import dev.propusk.panel.FactList;
import java.util.Map;
import java.util.Objects;

/** Everything that one entry holds: in words, and folded away as it was written down and sealed. */
class JournalEntryDialog extends Dialog {
    JournalEntryDialog(JournalWords words, JournalReader reader, JournalEntry entry) {
        setHeaderTitle(words.time(entry, reader.zone()));
        setWidth("min(640px, 96vw)");
        FactList facts = new FactList();
        facts.add("journal.actor", words.actor(entry));
        facts.add("journal.contract", reader.contractNumber(entry));
        facts.add("journal.address", Objects.toString(entry.actor().address(), "–"));
        facts.add("journal.at-utc", entry.at().toString());
        FactList record = new FactList();
        record.add("journal.action", entry.action());
        record.add("journal.subject", Objects.toString(entry.subject(), "–"));
        record.add("journal.details", entry.details());
        add(new Paragraph(words.sentence(entry)), facts, new NativeDetails(getTranslation("journal.recorded"), record));
        if (entry.subject() != null) {
            getFooter().add(new Button(getTranslation("journal.of-subject"), click -> showSubject(entry)));
        }
        getFooter().add(new Button(getTranslation("journal.close"), click -> close()));
    }

    private void showSubject(JournalEntry entry) {
        close();
        QueryParameters subject = QueryParameters.simple(Map.of("subject", String.valueOf(entry.subject())));
        getUI().ifPresent(ui -> ui.navigate(JournalView.class, subject));
    }
}
