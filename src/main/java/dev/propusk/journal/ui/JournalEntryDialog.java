package dev.propusk.journal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.journal.JournalEntry;
import java.util.Map;
import java.util.Objects;

/** Everything that one entry holds. */
class JournalEntryDialog extends Dialog {
    JournalEntryDialog(JournalWords words, JournalReader reader, JournalEntry entry) {
        setHeaderTitle(words.time(entry, reader.zone()));
        setWidth("min(640px, 96vw)");
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "journal.actor", words.actor(entry));
        fact(facts, "journal.contract", reader.contractNumber(entry));
        fact(facts, "journal.address", Objects.toString(entry.actor().address(), "–"));
        fact(facts, "journal.at-utc", entry.at().toString());
        fact(facts, "journal.action", entry.action());
        fact(facts, "journal.subject", Objects.toString(entry.subject(), "–"));
        fact(facts, "journal.details", entry.details());
        add(new Paragraph(words.sentence(entry)), facts);
        if (entry.subject() != null) {
            getFooter().add(new Button(getTranslation("journal.of-subject"), click -> showSubject(entry)));
        }
        getFooter().add(new Button(getTranslation("journal.close"), click -> close()));
    }

    private void fact(DescriptionList list, String key, String value) {
        list.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private void showSubject(JournalEntry entry) {
        close();
        QueryParameters subject = QueryParameters.simple(Map.of("subject", String.valueOf(entry.subject())));
        getUI().ifPresent(ui -> ui.navigate(JournalView.class, subject));
    }
}
