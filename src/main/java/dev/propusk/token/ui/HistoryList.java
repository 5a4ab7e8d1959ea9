package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.propusk.journal.HistoryEntry;
import dev.propusk.security.Actor;
import dev.propusk.token.Annulment;
import dev.propusk.token.Token;
import dev.propusk.token.ui.part.TokenWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.util.StringUtils;

/** What became of a code, the latest first: the journal's entries, and what the token itself remembers. */
class HistoryList extends Composite<OrderedList> {
    private final TokenWords words;

    HistoryList(TokenWords words, Token token, List<Token> family, List<HistoryEntry> history) {
        this.words = words;
        List<Line> lines = new ArrayList<>();
        history.forEach(entry -> lines.add(new Line(entry.at(), told(entry))));
        family.stream()
                .filter(one -> one.annulment(words.now())
                        .filter(Annulment.EXPIRED::equals)
                        .isPresent())
                .forEach(one -> one.annulledAt(words.now())
                        .ifPresent(at -> lines.add(new Line(at, words.text("token.history.expired", words.mac(one))))));
        token.issuedAt().ifPresent(at -> lines.add(new Line(at, words.text("token.history.issued"))));
        lines.add(new Line(token.generatedAt(), words.text("token.history.generated", token.generatedBy())));
        lines.sort(Comparator.comparing(Line::at).reversed());
        getContent().addClassName("history");
        lines.forEach(line -> getContent().add(item(line)));
    }

    private ListItem item(Line line) {
        return new ListItem(new Span(words.time(line.at())), new Span(line.text()));
    }

    private String told(HistoryEntry entry) {
        String device = Objects.toString(entry.details().get("mac"), "");
        String what = switch (entry.action()) {
            case "token.activated" -> words.text("token.history.activated", device);
            case "token.annulled" ->
                StringUtils.capitalize(
                                words.text("token.annulment." + entry.details().get("annulment")))
                        + (device.isEmpty() ? "" : ", " + device);
            case "token.deleted" -> words.text("token.history.deleted");
            case "token.moved" ->
                words.text(
                        "token.history.moved",
                        Objects.toString(entry.details().get("from")),
                        Objects.toString(entry.details().get("to")));
            default -> entry.action();
        };
        return what + who(entry.actor());
    }

    private String who(Actor actor) {
        return switch (actor.kind()) {
            case LOGIN, KEY, GATEWAY -> " · " + actor.name();
            case GUEST -> " · " + words.text("token.history.guest");
            case SYSTEM -> "";
        };
    }

    private record Line(Instant at, String text) {}
}
