package dev.propusk.support;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.support.QuestionReader.Clue;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.search.SupportTokens;
import dev.propusk.token.search.SupportTokens.Device;
import dev.propusk.token.search.TokenClue;
import dev.propusk.work.Costly;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers who used a device, a code or an address when, over all contracts; that it was asked stands in the journal. */
@Service
public class Lookup {
    private final QuestionReader reader;
    private final SupportTokens tokens;
    private final SeenDevices seenDevices;
    private final Contradictions contradictions;
    private final Contracts contracts;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lookup(
            QuestionReader reader,
            SupportTokens tokens,
            SeenDevices seenDevices,
            Contradictions contradictions,
            Contracts contracts,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reader = reader;
        this.tokens = tokens;
        this.seenDevices = seenDevices;
        this.contradictions = contradictions;
        this.contracts = contracts;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Answers across all contracts; the journal keeps the question and its reason.
     *
     * @throws InvalidQuestionException where it can't be answered as it stands
     */
    @PreAuthorize("hasRole('SUPPORT')")
    @Costly
    @Transactional
    public LookupAnswer ask(Question question) {
        LookupAnswer answer = answer(question);
        events.publishEvent(new LookupDone(question, answer.findings().size()));
        return answer;
    }

    /** As it stands now; for what leaves an entry of its own. */
    @Transactional(readOnly = true)
    LookupAnswer answer(Question question) {
        Clue clue = reader.read(question);
        List<Token> found = find(clue);
        List<Token> shown = found.stream().limit(SupportTokens.MOST).toList();
        List<Finding> findings = findings(shown, clue);
        return new LookupAnswer(
                question,
                clue.mac(),
                clock.instant(),
                currentUser.actor().name(),
                findings,
                Doubts.about(findings, clue.mac(), found.size() > shown.size()));
    }

    private List<Token> find(Clue clue) {
        if (clue.address() == null) {
            return tokens.findAcrossContracts(
                    new TokenClue(clue.mac(), clue.macPart(), clue.code(), clue.contract(), clue.from(), clue.to()));
        }
        return tokens.findOfDevicesAcrossContracts(seenAt(clue), clue.from(), clue.to());
    }

    private Set<Device> seenAt(Clue clue) {
        return clue.address() == null || clue.from() == null || clue.to() == null
                ? Set.of()
                : seenDevices.byAddress(clue.address(), clue.from(), clue.to()).stream()
                        .filter(seen ->
                                clue.contract() == null || clue.contract().equals(seen.contract()))
                        .map(seen -> new Device(seen.contract(), seen.device()))
                        .collect(toSet());
    }

    /** In as many statements for many as for one. */
    private List<Finding> findings(List<Token> shown, Clue clue) {
        Map<ContractId, Contract> known =
                contracts.find(shown.stream().map(Token::contract).distinct().toList()).stream()
                        .collect(toMap(Contract::id, Function.identity()));
        Map<MacAddress, List<Seen>> seen = seenDevices.byDevice(
                shown.stream()
                        .map(Token::mac)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                clue.to());
        List<Token> moves = tokens.findMovesAcrossContracts(shown);
        Map<TokenId, List<Contradiction>> contradicted = contradictions.about(shown);
        return shown.stream()
                .map(token -> new Finding(
                        token,
                        Objects.requireNonNull(known.get(token.contract())),
                        token.movedFrom().flatMap(id -> byId(id, shown, moves)).orElse(null),
                        successor(token, shown, moves),
                        contradicted.getOrDefault(token.id(), List.of()),
                        token.mac()
                                .map(mac -> during(token, seen.getOrDefault(mac, List.of()), clue))
                                .orElse(List.of())))
                .toList();
    }

    private List<Seen> during(Token token, List<Seen> sessions, Clue clue) {
        Instant start = token.activatedAt().orElse(Instant.MAX);
        Instant end = token.annulledAt(clock.instant()).orElse(Instant.MAX);
        return sessions.stream()
                .filter(session -> session.contract().equals(token.contract()))
                .filter(session -> session.since().isBefore(end))
                .filter(session -> session.latest() == null || session.latest().isAfter(start))
                .filter(session -> clue.to() == null || session.since().isBefore(clue.to()))
                .filter(session -> clue.from() == null
                        || session.latest() == null
                        || session.latest().isAfter(clue.from()))
                .toList();
    }

    private static Optional<Token> byId(TokenId id, Collection<Token> shown, Collection<Token> moves) {
        return Stream.concat(shown.stream(), moves.stream())
                .filter(token -> token.id().equals(id))
                .findFirst();
    }

    private static @Nullable Token successor(Token token, Collection<Token> shown, Collection<Token> moves) {
        return Stream.concat(shown.stream(), moves.stream())
                .filter(other -> other.movedFrom().filter(token.id()::equals).isPresent())
                .findFirst()
                .orElse(null);
    }
}
