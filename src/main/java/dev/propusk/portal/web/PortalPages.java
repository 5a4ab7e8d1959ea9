package dev.propusk.portal.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.propusk.base.MacAddress;
import dev.propusk.base.guest.GuestTexts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.TrialLinks;
import dev.propusk.portal.PortalNotes;
import dev.propusk.portal.PortalOutcome;
import dev.propusk.portal.PortalOutcome.Done;
import dev.propusk.portal.PortalOutcome.Over;
import dev.propusk.portal.PortalOutcome.Problem;
import dev.propusk.portal.PortalOutcome.Question;
import dev.propusk.portal.PortalOutcome.Refused;
import dev.propusk.portal.PortalOutcome.Slowed;
import dev.propusk.portal.PortalOutcome.Unfinished;
import dev.propusk.portal.Visit;
import dev.propusk.portal.web.PortalPage.LanguageLink;
import dev.propusk.portal.web.PortalPage.PageLanguage;
import dev.propusk.portal.web.PortalPage.PortalError;
import dev.propusk.portal.web.PortalPage.PortalRefusal;
import dev.propusk.portal.web.PortalPage.PortalWords;
import dev.propusk.portal.web.PortalPage.UnknownNetwork;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Writes the portal's pages: no script, no cookie, nothing from outside. */
@Component
class PortalPages {
    private final Template template;
    private final GuestTexts texts;
    private final PortalNotes notes;
    private final PortalDates dates;
    private final DonePart doneParts;
    private final Returns returns;

    PortalPages(
            Mustache.Compiler compiler,
            GuestTexts texts,
            PortalNotes notes,
            PortalDates dates,
            DonePart doneParts,
            Returns returns,
            @Value("classpath:templates/portal.mustache") Resource source)
            throws IOException {
        try (Reader reader = new InputStreamReader(source.getInputStream(), StandardCharsets.UTF_8)) {
            this.template = compiler.defaultValue("").compile(reader);
        }
        this.texts = texts;
        this.notes = notes;
        this.dates = dates;
        this.doneParts = doneParts;
        this.returns = returns;
    }

    /** For guests of whom it is not known in which network they are. */
    String unknownNetwork(Query query) {
        Locale locale = texts.closest(query.languages());
        return template.execute(new UnknownNetwork(
                PageLanguage.of(locale), texts.get(locale, "portal.unknown"), languages(query, locale)));
    }

    String write(Visit visit, Query query, String typed, PortalOutcome answer) {
        Locale locale = texts.closest(query.languages());
        Contract network = visit.network();
        String mac = visit.device().map(MacAddress::toString).orElse(null);
        boolean isTrial = query.has(TrialLinks.PARAMETER)
                && visit.device().filter(TrialLinks.DEVICE::equals).isPresent();
        return template.execute(new PortalPage(
                PageLanguage.of(locale),
                network.ssid(),
                words(locale, network, answer),
                query.in(locale.toLanguageTag()),
                typed,
                mac,
                isTrial,
                notes.of(network.id()).orElse(null),
                error(locale, answer),
                answer instanceof Question question && !question.seen() ? error(locale, Problem.DEVICE) : null,
                refusal(locale, answer),
                answer instanceof Done done ? doneParts.write(locale, visit, done) : null,
                languages(kept(visit, query, answer), locale)));
    }

    /** Who has entered a code is told the same in another language. */
    private Query kept(Visit visit, Query query, PortalOutcome answer) {
        return answer instanceof Done && visit.signer().isEmpty()
                ? visit.device()
                        .map(device -> returns.of(query, visit.network(), device))
                        .orElse(query)
                : query;
    }

    private List<LanguageLink> languages(Query query, Locale locale) {
        return texts.others(locale).stream().map(other -> link(query, other)).toList();
    }

    private LanguageLink link(Query query, Locale other) {
        String tag = other.toLanguageTag();
        return new LanguageLink(query.in(tag), tag, texts.get(other, "portal.language"));
    }

    private PortalWords words(Locale locale, Contract network, PortalOutcome answer) {
        return new PortalWords(
                network.ssid(),
                lead(locale, network, answer),
                texts.get(locale, "portal.label"),
                texts.get(locale, "portal.hint"),
                texts.get(locale, "portal.button"),
                texts.get(locale, "portal.mac"),
                texts.get(locale, "portal.trial"));
    }

    private String lead(Locale locale, Contract network, PortalOutcome answer) {
        if (answer instanceof Over over) {
            return over.at()
                    .map(at -> texts.get(locale, "portal.over.at", dates.write(locale, network, at)))
                    .orElseGet(() -> texts.get(locale, "portal.over"));
        }
        return texts.get(locale, "portal.lead");
    }

    private @Nullable PortalError error(Locale locale, PortalOutcome answer) {
        return switch (answer) {
            case Refused refused -> error(locale, refused.problem());
            case Unfinished few -> error(locale, Problem.SHORT, few.missing());
            case Slowed slowed -> error(locale, Problem.SLOWED, minutes(slowed.retryAfter()));
            default -> null;
        };
    }

    private @Nullable PortalRefusal refusal(Locale locale, PortalOutcome answer) {
        return answer instanceof Question question
                ? question.refusal()
                        .map(number -> new PortalRefusal(number, texts.get(locale, "portal.refusal." + number)))
                        .orElse(null)
                : null;
    }

    private PortalError error(Locale locale, Problem problem, Object... values) {
        return new PortalError(problem.mark(), texts.get(locale, "portal.error." + problem.mark(), values));
    }

    /** Begun ones count. */
    private static long minutes(Duration wait) {
        return Math.max(1, wait.plusMinutes(1).minusMillis(1).toMinutes());
    }
}
