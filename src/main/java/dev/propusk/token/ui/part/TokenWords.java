package dev.propusk.token.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.propusk.base.Dates;
import dev.propusk.base.Texts;
import dev.propusk.contract.Amounts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.LimitWords;
import dev.propusk.contract.Limits;
import dev.propusk.token.Annulment;
import dev.propusk.token.LiveToken;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a view speaks of tokens, in its language and, once that is known, by its contract's time zone and limits. */
public class TokenWords {
    public static final String NONE = "–";
    private static final Duration RECENTLY = Duration.ofMinutes(1);

    private final Component view;
    private final Clock clock;
    private ZoneId zone = ZoneOffset.UTC;
    private Limits network = Limits.NONE;

    public TokenWords(Component view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    public void speakOf(Contract contract) {
        zone = contract.zone();
        network = contract.limits();
    }

    public ZoneId zone() {
        return zone;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    public String kind(Token token) {
        Integer devices = token.uses().devices();
        String uses = devices == null ? text("token.reuse." + token.reuse()) : text("token.uses.devices", devices);
        return uses + ", " + term(token.term());
    }

    String term(Term term) {
        Integer days = term.days();
        return days == null ? text("token.term.unlimited") : text("token.term.days", days);
    }

    /** What holds for its devices, the network's included, and how much of it has passed; empty: no limits. */
    public String limits(Token token) {
        Limits limits = token.limits().or(network);
        Amounts amounts = new Amounts(locale(), this::text);
        List<String> all = new ArrayList<>(new LimitWords(amounts).all(limits));
        limits.octets()
                .flatMap(most -> token.octets())
                .ifPresent(passed -> all.add(text("limits.words.passed", amounts.bytes(passed))));
        return String.join(", ", all);
    }

    private Locale locale() {
        return view.getUI().map(UI::getLocale).orElse(Texts.RUSSIAN);
    }

    public TokenState stateOf(Token token) {
        return token.state(now());
    }

    public List<Token> unusedOf(Collection<Token> chosen) {
        return chosen.stream()
                .filter(token -> stateOf(token) == TokenState.UNUSED)
                .toList();
    }

    /** Whether its device has no traffic left, so that it lets nobody in although it has not ended (rule 24). */
    public boolean isSpent(Token token) {
        return stateOf(token) == TokenState.ACTIVE
                && LiveToken.in(network, token).isSpent();
    }

    /** How many of the devices that its code is for have entered it; empty where it is for no number of them. */
    public Optional<String> devices(Token token) {
        return Optional.ofNullable(token.uses().devices())
                .map(all -> text("token.devices.entered", token.devicesEntered(), all));
    }

    /** With the reason where it has ended, and whether somebody holds it where nobody has used it yet. */
    public String state(Token token) {
        Instant now = now();
        if (isSpent(token)) {
            return text("token.state.spent");
        }
        if (token.state(now) == TokenState.UNUSED && token.devicesEntered() > 0) {
            return devices(token).orElseThrow();
        }
        if (token.state(now) == TokenState.UNUSED && token.issuedAt().isPresent()) {
            return text("token.state.issued");
        }
        return token.annulment(now)
                .map(reason -> text("token.annulment." + reason))
                .orElseGet(() -> text("token.state." + token.state(now)));
    }

    /** Whether a device entered it a moment ago. */
    public boolean isRecent(Token token) {
        return stateOf(token) == TokenState.ACTIVE
                && token.activatedAt()
                        .filter(at -> at.plus(RECENTLY).isAfter(now()))
                        .isPresent();
    }

    public String mac(Token token) {
        return token.mac().map(Object::toString).orElse(NONE);
    }

    public String expires(Token token) {
        return token.activatedAt().isPresent() && token.expiresAt().isEmpty()
                ? text("token.expires.never")
                : time(token.expiresAt());
    }

    /** As {@link #expires}, but what has ended before its time has no time any more. */
    public String expiresUnlessEnded(Token token) {
        return endedEarly(token) ? NONE : expires(token);
    }

    /** Whether it has ended before its time. */
    public boolean endedEarly(Token token) {
        return token.annulment(now()).orElse(Annulment.EXPIRED) != Annulment.EXPIRED;
    }

    /** {@code до 1 дек 2026, 14:05}, or that it never ends; empty where it has ended before its time. */
    public Optional<String> until(Token token) {
        return endedEarly(token)
                ? Optional.empty()
                : Optional.of(token.expiresAt().isPresent() ? text("token.until", expires(token)) : expires(token));
    }

    public String time(Optional<Instant> time) {
        return time.map(this::time).orElse(NONE);
    }

    public String time(Instant time) {
        return Dates.moment(view, time, zone);
    }

    public String text(String key, Object... values) {
        return view.getTranslation(key, values);
    }
}
