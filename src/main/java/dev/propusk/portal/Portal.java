package dev.propusk.portal;

import dev.propusk.base.MacAddress;
import dev.propusk.base.typed.Typed;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.Admissions;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.controller.ControllerGuests;
import dev.propusk.gateway.guest.GatewayRedirects;
import dev.propusk.gateway.guest.HandBack;
import dev.propusk.gateway.guest.HandBacks;
import dev.propusk.gateway.session.DeviceSessions;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identification;
import dev.propusk.identification.Identified;
import dev.propusk.identification.TooManyGuessesException;
import dev.propusk.portal.PortalOutcome.Done;
import dev.propusk.portal.PortalOutcome.Over;
import dev.propusk.portal.PortalOutcome.Problem;
import dev.propusk.portal.PortalOutcome.Question;
import dev.propusk.portal.PortalOutcome.Refused;
import dev.propusk.portal.PortalOutcome.Slowed;
import dev.propusk.portal.PortalOutcome.Unfinished;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.TokenCode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** A guest's phone asks to be let in. */
@Service
public class Portal {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()\\-.]{7,24}");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    private final Contracts contracts;
    private final Identification identification;
    private final Admissions admissions;
    private final GatewayRedirects redirects;
    private final HandBacks handBacks;
    private final DeviceSessions sessions;
    private final ControllerGuests guests;

    Portal(
            Contracts contracts,
            Identification identification,
            Admissions admissions,
            GatewayRedirects redirects,
            HandBacks handBacks,
            DeviceSessions sessions,
            ControllerGuests guests) {
        this.contracts = contracts;
        this.identification = identification;
        this.admissions = admissions;
        this.redirects = redirects;
        this.handBacks = handBacks;
        this.sessions = sessions;
        this.guests = guests;
    }

    /** The network whose portal stands at this address, in small letters or not. */
    public Optional<Contract> network(String slug) {
        return contracts.findBySlug(slug.toLowerCase(Locale.ROOT));
    }

    /**
     * The page as it is opened. Only a device that a gateway vouches for is told about itself, and one that entered a code here
     * lately.
     */
    public PortalOutcome open(Visit visit) {
        if (!visit.isReturned()) {
            redirects.note(visit.network().id(), visit.led(), visit.client(), visit.signer());
        }
        Optional<MacAddress> told = visit.toldSince().flatMap(since -> visit.device());
        return told.flatMap(device -> identification.find(visit.network().id(), device))
                .<PortalOutcome>map(identified -> opened(visit, identified))
                .or(() -> told.flatMap(device ->
                                identification.endedLately(visit.network().id(), device))
                        .map(at -> new Over(Optional.of(at))))
                .orElseGet(() -> new Question(visit.led().refusal(), isSeen(visit)));
    }

    private boolean isSeen(Visit visit) {
        return visit.device().isPresent()
                || (visit.led().device().isPresent()
                        && guests.isTold(visit.network().id(), visit.led()));
    }

    private Done opened(Visit visit, Identified identified) {
        MacAddress device = visit.device().orElseThrow();
        boolean online = sessions.isOnline(
                        visit.network().id(), device, visit.toldSince().orElseThrow())
                || guests.isLetIn(visit.network().id(), device);
        return online
                ? new Done(
                        identified, true, false, Optional.empty(), visit.led().wanted())
                : handedBack(visit, identified, device.toString());
    }

    /** Equipment that is told by its API wants nobody back: the guest waits here. */
    private Done handedBack(Visit visit, Identified identified, String user) {
        boolean awaited = guests.isTold(visit.network().id(), visit.led());
        Optional<HandBack> back = awaited
                ? Optional.of(HandBack.to(visit.page()))
                : handBacks.find(visit.network().id(), visit.led(), user, visit.page());
        return new Done(identified, false, awaited, back, Optional.empty());
    }

    /** The page to which a gateway leads those whose time is over; who may pass again is told that. */
    public PortalOutcome over(Visit visit) {
        return open(visit) instanceof Done done ? done : new Over(Optional.empty());
    }

    /** The guest sends what was typed. */
    public PortalOutcome identify(Visit visit, String identifier) {
        Optional<MacAddress> device = visit.device();
        if (device.isEmpty()) {
            return new Refused(Problem.DEVICE);
        }
        Optional<TokenCode> code = TokenCode.read(identifier);
        if (code.isEmpty()) {
            return noCode(identifier);
        }
        try {
            Identified identified = identify(visit, device.get(), code.get());
            Done done = handedBack(visit, identified, code.get().value());
            if (done.awaited()) {
                guests.arrived(visit.network().id(), device.get());
            }
            return done;
        } catch (CodeNotAcceptedException e) {
            return new Refused(Problem.NOT_ACCEPTED);
        } catch (TooManyGuessesException e) {
            return new Slowed(e.retryAfter());
        }
    }

    /** None of it is a guess (rule 19). */
    private static PortalOutcome noCode(String typed) {
        if (looksLikePhone(Typed.plain(typed))) {
            return new Refused(Problem.PHONE);
        }
        OptionalInt missing = TokenCode.missing(typed);
        return missing.isPresent() ? new Unfinished(missing.getAsInt()) : new Refused(Problem.NOT_ACCEPTED);
    }

    /** What a gateway vouches for counts as if it asked itself (rules 10 and 19). */
    private Identified identify(Visit visit, MacAddress device, TokenCode code) {
        Optional<GatewayCaller> signer = visit.signer();
        return signer.isPresent()
                ? admissions.identify(signer.get(), device, code).identified().orElseThrow()
                : identification.identify(attempt(visit, device), code);
    }

    /** Guests behind one gateway share its address: they draw on the gateway's budget, not on a stranger's. */
    private Attempt attempt(Visit visit, MacAddress device) {
        return redirects
                .behind(visit.network().id(), visit.client())
                .map(gateway ->
                        Attempt.atGateway(gateway.contract(), gateway.gateway().value(), device))
                .orElseGet(() -> Attempt.onOpenPage(visit.network().id(), visit.client(), device));
    }

    private static boolean looksLikePhone(String typed) {
        String digits = NO_DIGIT.matcher(typed).replaceAll("");
        return PHONE.matcher(typed.strip()).matches()
                && !digits.startsWith(TokenCode.PREFIX)
                && digits.length() >= 10
                && digits.length() <= 11 + (typed.contains("+") ? 4 : 0);
    }
}
