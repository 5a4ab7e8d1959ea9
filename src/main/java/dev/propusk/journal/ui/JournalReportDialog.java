package dev.propusk.journal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.propusk.journal.seal.JournalFlaw;
import dev.propusk.journal.seal.JournalReport;

/** What a check of the journal found. */
class JournalReportDialog extends Dialog {
    JournalReportDialog(JournalReport report) {
        setHeaderTitle(getTranslation(report.isSound() ? "journal.sound" : "journal.unsound"));
        setWidth("min(640px, 96vw)");
        add(new Paragraph(getTranslation("journal.checked-extent", report.seals(), report.entries())));
        if (report.older() > 0) {
            add(new Paragraph(getTranslation("journal.checked-older", report.older())));
        }
        if (report.newest() != null) {
            Paragraph newest = new Paragraph(getTranslation("journal.newest-seal", report.newest()));
            newest.addClassName("fingerprint");
            add(newest);
        }
        UnorderedList flaws = new UnorderedList();
        report.flaws().forEach(flaw -> flaws.add(new ListItem(describe(flaw))));
        // what may be long is scrolled with the keyboard too
        flaws.getElement().setAttribute("tabindex", "0");
        add(flaws);
        getFooter().add(new Button(getTranslation("journal.close"), click -> close()));
    }

    private String describe(JournalFlaw flaw) {
        String what = getTranslation("journal.flaw." + flaw.kind(), flaw.seal(), flaw.at());
        return flaw.entry() == null ? what : what + " " + getTranslation("journal.flaw-entry", flaw.entry());
    }
}
