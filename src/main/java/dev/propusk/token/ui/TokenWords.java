package dev.propusk.token.ui;

import com.vaadin.flow.component.Component;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How a view speaks of tokens, in its language and its contract's time zone. */
record TokenWords(Component view, ZoneId zone) {
    String kind(Token token) {
        return text("token.reuse." + token.reuse()) + ", " + term(token.term());
    }

    String term(Term term) {
        Integer days = term.days();
        return days == null ? text("token.term.unlimited") : text("token.term.days", days);
    }

    String state(Token token, Instant now) {
        TokenState state = token.state(now);
        return token.annulment(now)
                .map(reason -> text("token.annulment." + reason))
                .orElseGet(() -> text("token.state." + state));
    }

    String time(Optional<Instant> time) {
        return time.map(this::time).orElse("–");
    }

    String time(Instant time) {
        return DateTimeFormatter.ofPattern(
                        "d MMM yyyy, HH:mm",
                        view.getUI().map(ui -> ui.getLocale()).orElseThrow())
                .format(time.atZone(zone));
    }

    String text(String key, Object... values) {
        return view.getUI().map(ui -> ui.getTranslation(key, values)).orElseThrow();
    }
}
