package dev.propusk.portal.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.propusk.base.MacAddress;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.TrialLinks;
import dev.propusk.identification.Identified;
import dev.propusk.portal.PortalNotes;
import dev.propusk.portal.PortalOutcome;
import dev.propusk.portal.PortalOutcome.Done;
import dev.propusk.portal.PortalOutcome.Over;
import dev.propusk.portal.PortalOutcome.Problem;
import dev.propusk.portal.PortalOutcome.Refused;
import dev.propusk.portal.PortalOutcome.Slowed;
import dev.propusk.portal.Visit;
import dev.propusk.portal.web.PortalPage.LanguageLink;
import dev.propusk.portal.web.PortalPage.PortalDone;
import dev.propusk.portal.web.PortalPage.PortalError;
import dev.propusk.portal.web.PortalPage.PortalWords;
import dev.propusk.portal.web.PortalPage.UnknownNetwork;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Writes the portal's pages: no script, no cookie, nothing from outside. */
@Component
class PortalPages {
    private final Template template;
    private final Texts texts;
    private final PortalNotes notes;

    PortalPages(
            Mustache.Compiler compiler,
            Texts texts,
            PortalNotes notes,
            @Value("classpath:templates/portal.mustache") Resource source)
            throws IOException {
        try (Reader reader = new InputStreamReader(source.getInputStream(), StandardCharsets.UTF_8)) {
            this.template = compiler.defaultValue("").compile(reader);
        }
        this.texts = texts;
        this.notes = notes;
    }

    /** For guests of whom it is not known in which network they are. */
    String unknownNetwork(Query query, Locale browser) {
        Locale locale = texts.closest(query.language(browser));
        return template.execute(new UnknownNetwork(
                locale.toLanguageTag(), texts.get(locale, "portal.unknown"), languages(query, locale)));
    }

    String write(Visit visit, Query query, Locale browser, String typed, PortalOutcome answer) {
        Locale locale = texts.closest(query.language(browser));
        Contract network = visit.network();
        String mac = visit.device().map(MacAddress::toString).orElse(null);
        boolean isTrial = query.has(TrialLinks.PARAMETER)
                && visit.device().filter(TrialLinks.DEVICE::equals).isPresent();
        return template.execute(new PortalPage(
                locale.toLanguageTag(),
                network.ssid(),
                words(locale, network, answer),
                query.in(locale.toLanguageTag()),
                typed,
                mac,
                isTrial,
                notes.of(network.id()).orElse(null),
                error(locale, answer),
                done(locale, network, answer),
                languages(query, locale)));
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
                    .map(at -> texts.get(locale, "portal.over.at", date(locale, network, at)))
                    .orElseGet(() -> texts.get(locale, "portal.over"));
        }
        return texts.get(locale, "portal.lead");
    }

    private @Nullable PortalError error(Locale locale, PortalOutcome answer) {
        return switch (answer) {
            case Refused refused -> error(locale, refused.problem());
            case Slowed slowed -> error(locale, Problem.SLOWED);
            default -> null;
        };
    }

    private PortalError error(Locale locale, Problem problem) {
        return new PortalError(problem.mark(), texts.get(locale, "portal.error." + problem.mark()));
    }

    private @Nullable PortalDone done(Locale locale, Contract network, PortalOutcome answer) {
        if (!(answer instanceof Done done)) {
            return null;
        }
        Identified identified = done.identified();
        Optional<Instant> until = identified.until();
        return new PortalDone(
                until.map(Instant::toString).orElse("unlimited"),
                until.map(end -> texts.get(locale, "portal.done.until", date(locale, network, end)))
                        .orElseGet(() -> texts.get(locale, "portal.done.unlimited")),
                texts.get(locale, until.isPresent() ? "portal.afterwards" : "portal.afterwards.unlimited"),
                done.wayBack().map(URI::toString).orElse(null),
                texts.get(locale, "portal.onward"));
    }

    private String date(Locale locale, Contract network, Instant end) {
        return DateTimeFormatter.ofPattern(texts.get(locale, "portal.date"), locale)
                .format(end.atZone(network.zone()));
    }
}
