package dev.propusk.support;

import static java.util.Comparator.comparing;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.Gateways;
import dev.propusk.identification.Slowdowns;
import dev.propusk.support.Reason.Kind;
import dev.propusk.token.LiveToken;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenState;
import dev.propusk.token.search.SupportTokens;
import dev.propusk.token.search.TokenClue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says why a guest gets in or does not: what the system would answer this device, or this code, now. */
@Service
public class Diagnosis {
    private static final int MOST_NETWORKS = 5;

    private final SupportTokens tokens;
    private final Contracts contracts;
    private final Slowdowns slowdowns;
    private final Gateways gateways;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Diagnosis(
            SupportTokens tokens,
            Contracts contracts,
            Slowdowns slowdowns,
            Gateways gateways,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.contracts = contracts;
        this.slowdowns = slowdowns;
        this.gateways = gateways;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Why this device is not let in, as far as can be known.
     *
     * @param contractNumber of the network where the guest is, if that is known
     * @return the reasons, the one that counts first; never empty
     * @throws InvalidQuestionException where neither a device nor a code is given, or there is no such contract
     */
    @PreAuthorize("hasRole('SUPPORT')")
    @Transactional
    public List<Reason> why(@Nullable MacAddress device, @Nullable TokenCode code, @Nullable String contractNumber) {
        if (device == null && code == null) {
            throw new InvalidQuestionException(InvalidQuestionException.Fault.TEXT);
        }
        Contract here = contractNumber == null
                ? null
                : contracts
                        .findByNumber(contractNumber)
                        .orElseThrow(() -> new InvalidQuestionException(InvalidQuestionException.Fault.CONTRACT));
        List<Token> found =
                tokens.findAcrossContracts(new TokenClue(code == null ? device : null, null, code, null, null, null));
        events.publishEvent(new Diagnosed(device, code, contractNumber));
        List<Reason> reasons = code == null ? ofDevice(found, here) : ofCode(found, device, here);
        return join(reasons, networks(here, found).flatMap(network -> slowdowns(network, device)));
    }

    /** Where the guest is: here, or else where the device or the code is known. */
    private Stream<Contract> networks(@Nullable Contract here, List<Token> found) {
        return here != null
                ? Stream.of(here)
                : found.stream()
                        .map(Token::contract)
                        .distinct()
                        .limit(MOST_NETWORKS)
                        .map(contracts::get);
    }

    private Stream<Reason> slowdowns(Contract network, @Nullable MacAddress device) {
        List<UUID> ids =
                gateways.idsOf(network.id()).stream().map(GatewayId::value).toList();
        return slowdowns.inNetwork(network.id(), device, ids).stream().map(slowdown -> Reason.of(slowdown, network));
    }

    /** Whoever is identified already need not enter anything; everybody else meets the slowdown first. */
    private static List<Reason> join(List<Reason> reasons, Stream<Reason> slowdowns) {
        return (reasons.getFirst().kind() == Kind.IDENTIFIED
                        ? Stream.concat(reasons.stream(), slowdowns)
                        : Stream.concat(slowdowns, reasons.stream()))
                .toList();
    }

    private List<Reason> ofCode(List<Token> family, @Nullable MacAddress device, @Nullable Contract here) {
        if (family.isEmpty()) {
            return List.of(Reason.of(Kind.UNKNOWN_CODE));
        }
        Contract of = contracts.get(family.getFirst().contract());
        if (here != null && !here.id().equals(of.id())) {
            return List.of(new Reason(Kind.WRONG_NETWORK, family.getFirst(), of));
        }
        if (!of.isOpen()) {
            return List.of(new Reason(Kind.CONTRACT_NOT_OPEN, family.getFirst(), of));
        }
        List<Token> own = family.stream()
                .filter(token ->
                        device != null && token.mac().filter(device::equals).isPresent())
                .toList();
        Optional<Token> ready =
                family.stream().filter(token -> token.mac().isEmpty()).findFirst();
        if (device != null && !own.isEmpty()) {
            return List.of(
                    mayReturn(own, device, ready)
                            ? new Reason(Kind.WOULD_BE_ACCEPTED, ready.orElseThrow(), of)
                            : ofActivated(own.getFirst(), of));
        }
        return List.of(ready.map(token -> ofReady(token, of)).orElseGet(() -> ofOthers(family.getFirst(), of)));
    }

    /** A device whose use of a multi-use code another network ended may enter the code again (rules 4, 10 and 23). */
    private boolean mayReturn(List<Token> own, MacAddress device, Optional<Token> ready) {
        Instant now = clock.instant();
        return ready.filter(token -> letsReturn(token, device)).isPresent()
                && own.stream().noneMatch(token -> state(token) == TokenState.ACTIVE || token.barsReturn(now));
    }

    private boolean letsReturn(Token ready, MacAddress device) {
        return ready.isUsedUp() ? tokens.letsReturn(ready, device) : state(ready) == TokenState.UNUSED;
    }

    private Reason ofReady(Token ready, Contract of) {
        if (ready.isUsedUp()) {
            return new Reason(Kind.CODE_USED_UP, ready, of);
        }
        return new Reason(state(ready) == TokenState.UNUSED ? Kind.WOULD_BE_ACCEPTED : Kind.CODE_ENDED, ready, of);
    }

    /** A single-use code that a device has entered: which one cannot be told apart here, or is another one. */
    private Reason ofOthers(Token latest, Contract of) {
        return state(latest) == TokenState.ACTIVE
                ? new Reason(Kind.USED_BY_ANOTHER_DEVICE, latest, of)
                : ofActivated(latest, of);
    }

    private List<Reason> ofDevice(List<Token> found, @Nullable Contract here) {
        List<Token> live = found.stream()
                .filter(token -> state(token) == TokenState.ACTIVE)
                .toList();
        List<Token> liveHere = live.stream()
                .filter(token -> here == null || token.contract().equals(here.id()))
                .toList();
        if (!liveHere.isEmpty()) {
            return liveHere.stream()
                    .map(token -> ofActivated(token, contracts.get(token.contract())))
                    .sorted(comparing(Reason::kind))
                    .toList();
        }
        if (!live.isEmpty()) {
            return live.stream()
                    .map(token -> new Reason(Kind.WRONG_NETWORK, token, contracts.get(token.contract())))
                    .toList();
        }
        return found.stream()
                .filter(token -> here == null || token.contract().equals(here.id()))
                .findFirst()
                .map(token -> List.of(ofActivated(token, contracts.get(token.contract()))))
                .orElseGet(() -> List.of(Reason.of(Kind.NEVER_SEEN)));
    }

    /** Of a row that a device has. */
    private Reason ofActivated(Token token, Contract of) {
        if (state(token) == TokenState.ACTIVE) {
            return new Reason(of.isOpen() ? ofLive(token, of) : Kind.CONTRACT_NOT_OPEN, token, of);
        }
        return new Reason(token.deletedAt().isPresent() ? Kind.DELETED : Kind.ENDED, token, of);
    }

    private static Kind ofLive(Token token, Contract of) {
        return LiveToken.in(of.limits(), token).isSpent() ? Kind.TRAFFIC_USED_UP : Kind.IDENTIFIED;
    }

    private TokenState state(Token token) {
        Instant now = clock.instant();
        return token.state(now);
    }
}
