package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Between the filters and the list: that there is news which would move the rows, or that the database is away. */
class LiveNotice extends Composite<Div> {
    private final Span text = new Span();
    private final Button show = new Button(getTranslation("token.live.show"));

    LiveNotice(Runnable onShow) {
        show.addThemeVariants(ButtonVariant.TERTIARY);
        show.addClickListener(click -> onShow.run());
        getContent().addClassName("live-notice");
        getContent().getElement().setAttribute("role", "status");
        getContent().add(text, show);
        clear();
    }

    void news() {
        say(getTranslation("token.live.news"));
        show.setVisible(true);
    }

    void databaseAway() {
        say(getTranslation("token.live.away"));
        show.setVisible(false);
    }

    private void say(String message) {
        text.setText(message);
        getContent().setVisible(true);
    }

    void clear() {
        getContent().setVisible(false);
    }
}
