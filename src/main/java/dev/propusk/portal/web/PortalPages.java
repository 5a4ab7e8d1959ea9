package dev.propusk.portal.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.propusk.base.MacAddress;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.identification.Identified;
import dev.propusk.portal.PortalAnswer.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
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

    PortalPages(Mustache.Compiler compiler, Texts texts, @Value("classpath:templates/portal.mustache") Resource source)
            throws IOException {
        try (Reader reader = new InputStreamReader(source.getInputStream(), StandardCharsets.UTF_8)) {
            this.template = compiler.defaultValue("").compile(reader);
        }
        this.texts = texts;
    }

    String question(Contract network, Locale locale, Optional<MacAddress> device) {
        return page(network, locale, device, "", null, null);
    }

    String refusal(Contract network, Locale locale, Optional<MacAddress> device, String typed, Problem problem) {
        return page(network, locale, device, typed, problem, null);
    }

    String done(Contract network, Locale locale, Optional<MacAddress> device, Identified identified) {
        return page(network, locale, device, "", null, identified);
    }

    String unknownNetwork(Locale locale) {
        return texts.get(locale, "portal.unknown");
    }

    private String page(
            Contract network,
            Locale asked,
            Optional<MacAddress> device,
            String typed,
            @Nullable Problem problem,
            @Nullable Identified identified) {
        Locale locale = Texts.closest(asked);
        Locale other = locale.equals(Texts.RUSSIAN) ? Texts.ENGLISH : Texts.RUSSIAN;
        String mac = device.map(MacAddress::toString).orElse(null);
        String link = "/portal/" + network.slug() + "?lang=" + other.getLanguage() + (mac == null ? "" : "&mac=" + mac);
        return template.execute(new PortalPage(
                locale.getLanguage(),
                network.ssid(),
                network.ssid(),
                texts.get(locale, "portal.lead"),
                texts.get(locale, "portal.label"),
                texts.get(locale, "portal.hint"),
                texts.get(locale, "portal.button"),
                "/portal/" + network.slug() + "?lang=" + locale.getLanguage(),
                typed,
                mac,
                texts.get(locale, "portal.mac"),
                problem == null ? null : problem.mark(),
                problem == null ? null : texts.get(locale, "portal.error." + problem.mark()),
                identified == null
                        ? null
                        : identified.until().map(Instant::toString).orElse("unlimited"),
                identified == null ? null : done(locale, network, identified),
                identified == null
                        ? null
                        : texts.get(
                                locale,
                                identified.until().isPresent() ? "portal.afterwards" : "portal.afterwards.unlimited"),
                other.getLanguage(),
                texts.get(other, "portal.language"),
                link));
    }

    private String done(Locale locale, Contract network, Identified identified) {
        return identified
                .until()
                .map(end -> texts.get(locale, "portal.done.until", date(locale, network, end)))
                .orElseGet(() -> texts.get(locale, "portal.done.unlimited"));
    }

    private String date(Locale locale, Contract network, Instant end) {
        return DateTimeFormatter.ofPattern(texts.get(locale, "portal.date"), locale)
                .format(end.atZone(network.zone()));
    }
}
