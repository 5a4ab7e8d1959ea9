package dev.propusk.gateway.ui;

import com.vaadin.flow.component.Component;
import dev.propusk.base.Dates;
import dev.propusk.contract.Amounts;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.online.NetworkSession;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.list.TwoLines;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** How a page speaks of sessions, in its language and, once that is known, in its contract's time zone. */
final class SessionWords {
    private final Component view;
    private final Locale locale;
    private ZoneId zone = ZoneOffset.UTC;

    SessionWords(Component view, Locale locale) {
        this.view = view;
        this.locale = locale;
    }

    void speakOf(Contract contract) {
        zone = contract.zone();
    }

    /** What let the device in: the code, and the room or whatever else was noted. */
    TwoLines token(NetworkSession row) {
        return row.token()
                .map(token -> new TwoLines(
                        token.code().grouped(),
                        token.note().or(token::reference).orElse("")))
                .orElseGet(() -> new TwoLines(view.getTranslation("session.no-token"), ""));
    }

    /** When it was last heard of, and whether that was the end. */
    TwoLines heard(NetworkSession row) {
        DeviceSession session = row.session();
        return session.endedAt()
                .map(at -> new TwoLines(
                        time(at), view.getTranslation(session.isEndAGuess() ? "session.end-unknown" : "session.went")))
                .orElseGet(() -> new TwoLines(time(session.seenAt()), ""));
    }

    /** To the device and from it. */
    TwoLines traffic(NetworkSession row) {
        Amounts amounts = new Amounts(locale, view::getTranslation);
        return new TwoLines(
                view.getTranslation("session.down", amounts.bytes(row.session().out())),
                view.getTranslation("session.up", amounts.bytes(row.session().in())));
    }

    String time(Instant at) {
        return Dates.moment(view, at, zone);
    }
}
