package dev.propusk.portal.web;

import dev.propusk.base.guest.GuestTexts;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.guest.HandBack;
import dev.propusk.portal.PortalOutcome.Done;
import dev.propusk.portal.Visit;
import dev.propusk.portal.web.PortalPage.PortalDone;
import dev.propusk.portal.web.PortalPage.PortalForm;
import dev.propusk.portal.web.PortalPage.PortalWanted;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a device that may pass is told: whether it is online, or what its guest does to get there. */
@Component
class DonePart {
    private final GuestTexts texts;
    private final PortalDates dates;

    DonePart(GuestTexts texts, PortalDates dates) {
        this.texts = texts;
        this.dates = dates;
    }

    PortalDone write(Locale locale, Visit visit, Done done) {
        Optional<Instant> until = done.identified().until();
        Next next = Next.of(visit, done);
        return new PortalDone(
                until.map(Instant::toString).orElse("unlimited"),
                text(locale, visit.network(), done.online(), until),
                next == Next.NOTHING ? null : texts.get(locale, "portal.next." + next),
                texts.get(locale, until.isPresent() ? "portal.afterwards" : "portal.afterwards.unlimited"),
                done.handBack()
                        .filter(back -> !back.isForm())
                        .map(HandBack::address)
                        .map(URI::toString)
                        .orElse(null),
                done.handBack()
                        .filter(HandBack::isForm)
                        .map(back -> new PortalForm(back.address().toString(), back.fields()))
                        .orElse(null),
                texts.get(locale, "portal.onward"),
                done.wanted().map(address -> wanted(locale, address)).orElse(null));
    }

    /** What the guest still has to do. */
    enum Next {
        NOTHING,
        /** Go on into the gateway. */
        PRESS,
        /** Again, if it was of no use. */
        PRESS_AGAIN,
        /** Connect anew, if the gateway does not let the device in by itself. */
        RECONNECT,
        /** Look again in a moment. */
        AWAIT;

        static Next of(Visit visit, Done done) {
            if (done.awaited()) {
                return AWAIT;
            }
            if (done.handBack().isPresent()) {
                return visit.isReturned() ? PRESS_AGAIN : PRESS;
            }
            return done.online() ? NOTHING : RECONNECT;
        }
    }

    private String text(Locale locale, Contract network, boolean online, Optional<Instant> until) {
        return until.map(end -> texts.get(
                        locale,
                        online ? "portal.done.until" : "portal.accepted.until",
                        dates.write(locale, network, end)))
                .orElseGet(() -> texts.get(locale, online ? "portal.done.unlimited" : "portal.accepted.unlimited"));
    }

    private PortalWanted wanted(Locale locale, URI address) {
        return new PortalWanted(texts.get(locale, "portal.wanted"), address.toASCIIString(), address.getHost());
    }
}
