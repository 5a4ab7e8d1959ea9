package dev.propusk.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.propusk.base.ChangedMeanwhileException;
import java.util.List;

/** Says above a form that somebody else has saved meanwhile, who and what, and offers to show how it stands now. */
public final class MeanwhileNotice extends Composite<Div> {
    MeanwhileNotice() {
        getContent().addClassNames("notice", "meanwhile");
        getContent().getElement().setAttribute("role", "alert");
        clear();
    }

    void clear() {
        getContent().removeAll();
        setVisible(false);
    }

    /**
     * Says it.
     *
     * @param changed the labels of what is different now
     * @param show called when a person wants to see it in place of what was typed
     */
    void tell(ChangedMeanwhileException conflict, List<String> changed, Runnable show) {
        clear();
        getContent().add(new Paragraph(sentence(this, conflict)));
        if (!changed.isEmpty()) {
            getContent().add(new Paragraph(getTranslation("meanwhile.what", String.join(", ", changed))));
        }
        getContent()
                .add(
                        new Paragraph(getTranslation("meanwhile.kept")),
                        new Button(getTranslation("meanwhile.show"), click -> show.run()));
        setVisible(true);
    }

    /** For a page that has no form. */
    public static String sentence(Component page, ChangedMeanwhileException conflict) {
        return conflict.by()
                .map(name -> page.getTranslation("meanwhile.by", name))
                .orElseGet(() -> page.getTranslation("meanwhile.somebody"));
    }
}
