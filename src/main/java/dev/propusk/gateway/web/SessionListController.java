package dev.propusk.gateway.web;

import dev.propusk.api.CursorWord;
import dev.propusk.api.Input;
import dev.propusk.api.Inputs;
import dev.propusk.base.NetworkAddress;
import dev.propusk.base.typed.Typed;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.online.NetworkSession;
import dev.propusk.gateway.online.NetworkSessions;
import dev.propusk.gateway.online.SessionFilter;
import dev.propusk.list.Place;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import dev.propusk.security.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of sessions, page after page, for the contract's own programs. */
@RestController
class SessionListController {
    private static final int LIMIT = 50;
    private static final int MOST = 100;
    private static final Sorting<NetworkSession> NEWEST = Sorting.first(NetworkSessions.BY_START);

    private final NetworkSessions sessions;
    private final CurrentUser currentUser;
    private final Inputs inputs;

    SessionListController(NetworkSessions sessions, CurrentUser currentUser, Inputs inputs) {
        this.sessions = sessions;
        this.currentUser = currentUser;
        this.inputs = inputs;
    }

    @GetMapping(path = "/api/v1/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
    SessionPage list(HttpServletRequest request) {
        Input input = inputs.query(request);
        SessionFilter filter = filter(input);
        Integer limit = input.integer("limit", 1, MOST);
        Place after = input.read("cursor", SessionListController::place, "problem.field.cursor");
        input.check();
        int most = limit == null ? LIMIT : limit;
        return page(sessions.page(currentUser.contract(), filter, new Span<>(NEWEST, 0, most + 1, after)), most);
    }

    private static SessionFilter filter(Input input) {
        return new SessionFilter(
                input.optionalFlag("open").orElse(null),
                "",
                input.mac("mac"),
                input.read("ip", text -> NetworkAddress.read(Typed.plain(text).strip()), "problem.field.ip"),
                input.time("from"),
                input.time("to"));
    }

    private static SessionPage page(List<NetworkSession> found, int most) {
        List<NetworkSession> shown = found.subList(0, Math.min(most, found.size()));
        return new SessionPage(
                shown.stream().map(SessionResource::of).toList(), found.size() > most ? cursor(shown.getLast()) : null);
    }

    private static String cursor(NetworkSession last) {
        UUID id = last.session().id();
        return CursorWord.of(
                ChronoUnit.MICROS.between(Instant.EPOCH, last.session().startedAt()),
                id.getMostSignificantBits(),
                id.getLeastSignificantBits());
    }

    private static Optional<Place> place(String cursor) {
        return CursorWord.read(cursor, 3)
                .map(numbers -> new Place(
                        InstantConverter.toUtc(Instant.EPOCH.plus(numbers[0], ChronoUnit.MICROS)),
                        new UUID(numbers[1], numbers[2])));
    }
}
