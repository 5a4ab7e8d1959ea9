package dev.propusk.gateway.contact;

import dev.propusk.gateway.controller.ControllerState;
import dev.propusk.gateway.disconnect.Endings;
import dev.propusk.gateway.freeradius.RefusedRequests.Refused;
import dev.propusk.gateway.session.UnkeptReports;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a gateway's contact.
 *
 * @param counted the latest first
 * @param equipment the latest heard first, at most {@value GatewayStates#MOST}
 * @param unkept reports that could not be kept
 * @param strangers packets that were nobody's, and come from its addresses or say its names
 * @param controller of what is told by its API
 * @param online how many sessions go on, at most {@value dev.propusk.list.Pages#MOST}
 */
public record GatewayState(
        List<Counted> counted,
        List<Equipment> equipment,
        List<UnkeptReports.Counted> unkept,
        List<Refused> strangers,
        Optional<ControllerState> controller,
        int online,
        Endings.Orders endings) {
    /** A packet that can be read is answered before. */
    private static final Duration ANSWERED = Duration.ofSeconds(15);

    /** What is nobody's is not written down each time. */
    private static final Duration SELDOM_NOTED = Duration.ofSeconds(5);

    private Optional<Counted> latest(Contact contact) {
        return counted.stream().filter(one -> one.contact() == contact).findFirst();
    }

    /** The last question that was answered, whatever the answer was. */
    public Optional<Counted> question() {
        return counted.stream()
                .filter(one -> one.contact().isHeard() && one.contact() != Contact.REPORTED)
                .findFirst();
    }

    public Optional<Counted> report() {
        return latest(Contact.REPORTED);
    }

    /** By its equipment, where it reported before this was counted. */
    public Optional<Instant> reportedAt() {
        return report().map(Counted::last)
                .or(() -> equipment.stream().findFirst().map(Equipment::heardAt));
    }

    /** The last guest that came to the portal from it. */
    public Optional<Counted> redirect() {
        return latest(Contact.REDIRECTED);
    }

    /** When it last ended a session that it was told to end. */
    public Optional<Counted> putOff() {
        return latest(Contact.PUT_OFF);
    }

    /** Whether it was ever heard. */
    public boolean isHeard() {
        return heardAt().isPresent() || !equipment.isEmpty();
    }

    private Optional<Instant> heardAt() {
        return Stream.of(question(), report())
                .flatMap(Optional::stream)
                .map(Counted::last)
                .max(Comparator.naturalOrder());
    }

    /** How many questions and reports came within the last whole minute. */
    public int aMinute() {
        return counted.stream()
                .filter(one -> one.contact().isHeard())
                .mapToInt(Counted::aMinute)
                .sum();
    }

    public List<Counted> refused() {
        return counted.stream().filter(one -> one.contact().isRefusal()).toList();
    }

    /**
     * When FreeRADIUS wanted to read a packet of its, and nothing readable has come since, be it nobody's: the secret does not
     * fit, or a Message-Authenticator is missing.
     */
    public Optional<Instant> unreadable(Instant now) {
        return latest(Contact.SECRET_ASKED)
                .map(Counted::last)
                .filter(asked -> asked.plus(ANSWERED).isBefore(now))
                .filter(asked ->
                        heardAt().filter(heard -> !heard.isBefore(asked)).isEmpty())
                .filter(asked -> strangers.stream()
                        .noneMatch(packet -> packet.at().plus(SELDOM_NOTED).isAfter(asked)));
    }

    /** When it, or somebody else, last came with the key that was replaced, and since then not with the one that holds. */
    public Optional<Instant> oldKey() {
        return latest(Contact.OLD_KEY)
                .map(Counted::last)
                .filter(shown -> heardAt().filter(heard -> heard.isAfter(shown)).isEmpty());
    }
}
