package dev.propusk.portal.web;

import dev.propusk.base.guest.GuestTexts;
import dev.propusk.contract.Contract;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Moments as guests read them, by the clock of the place. */
@Component
class PortalDates {
    private final GuestTexts texts;

    PortalDates(GuestTexts texts) {
        this.texts = texts;
    }

    String write(Locale locale, Contract network, Instant moment) {
        return DateTimeFormatter.ofPattern(texts.get(locale, "portal.date"), locale)
                .format(moment.atZone(network.zone()));
    }
}
