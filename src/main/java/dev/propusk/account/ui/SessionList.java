package dev.propusk.account.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.propusk.account.session.Open;
import dev.propusk.account.session.OwnSessions;
import dev.propusk.base.Dates;
import java.time.ZoneId;

/** Where a person is signed in, each with the way to end it from here. */
class SessionList extends Composite<UnorderedList> {
    private final OwnSessions sessions;
    private final ZoneId zone;

    /** @param zone where the reader is */
    SessionList(OwnSessions sessions, ZoneId zone) {
        this.sessions = sessions;
        this.zone = zone;
        getContent().addClassName("history");
        show();
    }

    private void show() {
        getContent().removeAll();
        sessions.list().forEach(session -> getContent().add(item(session)));
    }

    private ListItem item(Open session) {
        ListItem item = new ListItem(
                new Span(session.browser() + " · " + session.address()),
                new Span(getTranslation(
                        session.isThis() ? "profile.sessions.this" : "profile.sessions.since",
                        Dates.moment(this, session.beganAt(), zone),
                        Dates.moment(this, session.seenAt(), zone))));
        if (!session.isThis()) {
            Button end = new Button(getTranslation("profile.sessions.end"), click -> {
                sessions.end(session.id());
                show();
            });
            end.addThemeVariants(ButtonVariant.TERTIARY);
            end.setAriaLabel(getTranslation("profile.sessions.end-of", session.browser(), session.address()));
            item.add(end);
        }
        return item;
    }
}
