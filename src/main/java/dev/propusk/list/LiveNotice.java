package dev.propusk.list;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Between the filters and the list: that there is news which would move the rows, or that the database is away. */
public final class LiveNotice extends Composite<Div> {
    private final Span text = new Span();
    private final Button show = new Button(getTranslation("list.live.show"));

    public LiveNotice(Runnable onShow) {
        show.addThemeVariants(ButtonVariant.TERTIARY);
        show.addClickListener(click -> onShow.run());
        getContent().addClassName("live-notice");
        getContent().getElement().setAttribute("role", "status");
        getContent().add(text, show);
        clear();
    }

    public void news() {
        say(getTranslation("list.live.news"));
        show.setVisible(true);
    }

    public void databaseAway() {
        say(getTranslation("list.live.away"));
        show.setVisible(false);
    }

    private void say(String message) {
        text.setText(message);
        getContent().setVisible(true);
    }

    public void clear() {
        getContent().setVisible(false);
    }
}
