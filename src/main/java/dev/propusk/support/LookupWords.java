package dev.propusk.support;

import dev.propusk.base.Dates;
import dev.propusk.base.MacAddress;
import dev.propusk.base.Texts;
import dev.propusk.contract.Limits;
import dev.propusk.token.LiveToken;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells an answer in words, in one language and one time zone: on the page and on the certificate alike. */
public final class LookupWords {
    private static final String NONE = "–";

    private final Texts texts;
    private final Locale language;
    private final ZoneId zone;
    private final Instant now;

    public LookupWords(Texts texts, Locale language, LookupAnswer answer) {
        this.texts = texts;
        this.language = texts.closest(language);
        this.zone = answer.question().zone();
        this.now = answer.at();
    }

    /** The first thing a reader wants to know: of the latest token that still works, or else of the latest. */
    public String sentence(LookupAnswer answer) {
        if (answer.findings().isEmpty()) {
            return text("support.answer.nothing", answer.question().text());
        }
        Finding latest = answer.findings().stream()
                .filter(found -> found.token().state(now) == TokenState.ACTIVE)
                .findFirst()
                .orElse(answer.findings().getFirst());
        Token token = latest.token();
        String rest = answer.findings().size() == 1
                ? ""
                : " " + text("support.answer.more", answer.findings().size() - 1);
        if (token.mac().isEmpty()) {
            return text(
                            "support.answer.unused",
                            token.code().grouped(),
                            latest.contract().number(),
                            state(latest))
                    + rest;
        }
        return text(
                        "support.answer.device",
                        mac(token),
                        token.code().grouped(),
                        latest.contract().number(),
                        time(token.activatedAt()),
                        end(token))
                + rest;
    }

    private String end(Token token) {
        return token.annulment(now)
                .map(reason ->
                        text("support.answer.ended", time(token.annulledAt(now)), text("token.annulment." + reason)))
                .or(() -> token.expiresAt().map(end -> text("support.answer.until", time(end))))
                .orElseGet(() -> text("support.answer.unlimited"));
    }

    public String mac(Token token) {
        return token.mac().map(MacAddress::toString).orElse(NONE);
    }

    public String kind(Token token) {
        Integer devices = token.uses().devices();
        String uses = devices == null ? text("token.reuse." + token.reuse()) : text("token.uses.devices", devices);
        return uses + ", " + term(token.term());
    }

    private String term(Term term) {
        Integer days = term.days();
        return days == null ? text("token.term.unlimited") : text("token.term.days", days);
    }

    public String state(Finding found) {
        Token token = found.token();
        String state = token.annulment(now)
                .map(reason -> text("token.annulment." + reason))
                .orElseGet(() -> live(token, found.contract().limits()));
        return token.deletedAt().isPresent() ? state + ", " + text("support.deleted") : state;
    }

    private String live(Token token, Limits network) {
        return switch (token.state(now)) {
            case ACTIVE -> text(LiveToken.in(network, token).isSpent() ? "token.state.spent" : "token.state.ACTIVE");
            case UNUSED ->
                token.devicesEntered() > 0
                        ? text(
                                "token.devices.entered",
                                token.devicesEntered(),
                                token.uses().devices())
                        : text("token.state.UNUSED");
            case ANNULLED -> text("token.state.ANNULLED");
        };
    }

    public String generated(Token token) {
        return time(token.generatedAt()) + ", " + token.generatedBy();
    }

    public String activated(Token token) {
        return time(token.activatedAt());
    }

    /** When it ended or will end. */
    public String until(Token token) {
        return time(token.annulledAt(now).or(token::expiresAt));
    }

    public String moves(Finding finding) {
        List<String> moves = List.of(
                finding.movedFrom() == null ? "" : text("support.moved-from", mac(finding.movedFrom())),
                finding.movedTo() == null ? "" : text("support.moved-to", mac(finding.movedTo())));
        String joined = moves.stream().filter(move -> !move.isEmpty()).collect(Collectors.joining("; "));
        return joined.isEmpty() ? NONE : joined;
    }

    public String sessions(Finding finding) {
        return finding.sessions().isEmpty()
                ? NONE
                : finding.sessions().stream().map(this::session).collect(Collectors.joining("; "));
    }

    private String session(Seen seen) {
        String since = seen.isSinceSure() ? time(seen.since()) : text("support.session.since", time(seen.since()));
        String addresses = String.join(", ", seen.addresses());
        return since + " – " + until(seen) + (addresses.isEmpty() ? "" : ", " + addresses) + ", " + seen.gateway();
    }

    /** A time that nobody told is not made up: when it was last heard of. */
    private String until(Seen seen) {
        if (seen.until() == null) {
            return text("support.session.goes-on", time(seen.lastHeard()));
        }
        return seen.isUntilSure() ? time(seen.until()) : text("support.session.last-heard", time(seen.lastHeard()));
    }

    /** Where it is weak; first of all, where the journal says otherwise. */
    public List<String> doubts(LookupAnswer answer) {
        Stream<String> contradictions = answer.findings().stream()
                .flatMap(finding -> finding.contradictions().stream().map(one -> contradiction(finding, one)));
        return Stream.concat(contradictions, answer.doubts().stream().map(doubt -> text("support.doubt." + doubt)))
                .toList();
    }

    private String contradiction(Finding finding, Contradiction one) {
        return text(
                "support.contradiction." + one.kind(),
                finding.token().code().grouped(),
                told(one.stored()),
                told(one.journal()));
    }

    private String told(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case Instant time -> time(time);
            default -> value.toString();
        };
    }

    public String period(Question question) {
        if (question.from() == null && question.to() == null) {
            return text("support.period.all");
        }
        return question.to() == null
                ? text("support.period.at", local(question.from()))
                : text("support.period.between", local(question.from()), local(question.to()));
    }

    private String local(@Nullable LocalDateTime time) {
        return time == null ? NONE : Dates.formatter(this::text, ", HH:mm").format(time);
    }

    public String time(Optional<Instant> time) {
        return time.map(this::time).orElse(NONE);
    }

    public String time(Instant time) {
        return Dates.formatter(this::text, ", HH:mm:ss").format(time.atZone(zone));
    }

    public String text(String key, @Nullable Object... values) {
        return texts.get(language, key, values);
    }
}
