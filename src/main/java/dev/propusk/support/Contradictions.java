package dev.propusk.support;

import static java.util.stream.Collectors.toMap;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.journal.seal.CrossContractEvidence;
import dev.propusk.journal.seal.Evidence;
import dev.propusk.security.ContractId;
import dev.propusk.support.Contradiction.Kind;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Compares what the table of tokens says with what the journal said when it happened (evidence 5). */
@Component
class Contradictions {
    private static final String ACTIVATED = "token.activated";
    private static final String MOVED = "token.moved";
    /** An entry is written after the time of what it tells of was taken. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private final CrossContractEvidence journal;
    private final Contracts contracts;
    private final Clock clock;
    private final Duration retention;

    Contradictions(
            CrossContractEvidence journal,
            Contracts contracts,
            Clock clock,
            @Value("${propusk.retention}") Duration retention) {
        this.journal = journal;
        this.contracts = contracts;
        this.clock = clock;
        this.retention = retention;
    }

    /** Of those that a device has or had; what agrees in everything has none. */
    Map<TokenId, List<Contradiction>> about(Collection<Token> tokens) {
        List<Token> activated =
                tokens.stream().filter(token -> token.mac().isPresent()).toList();
        Map<UUID, List<Evidence>> evidence = journal.of(
                activated.stream()
                        .flatMap(token -> Stream.concat(Stream.of(token.id()), token.movedFrom().stream()))
                        .map(TokenId::value)
                        .distinct()
                        .toList(),
                List.of(ACTIVATED, MOVED));
        return activated.stream().collect(toMap(Token::id, token -> about(token, evidence)));
    }

    private List<Contradiction> about(Token token, Map<UUID, List<Evidence>> evidence) {
        Instant activated = token.activatedAt().orElse(Instant.EPOCH);
        return origin(token, evidence)
                .map(entry -> compared(token, activated, entry))
                .orElseGet(() -> {
                    boolean isPast = activated.isBefore(clock.instant().minus(retention));
                    return List.of(new Contradiction(isPast ? Kind.PURGED : Kind.UNKNOWN, null, null));
                });
    }

    /** Where it came to its device: it was moved there, or the device activated it. */
    private static Optional<Evidence> origin(Token token, Map<UUID, List<Evidence>> evidence) {
        String id = token.id().toString();
        return token.movedFrom()
                .flatMap(from -> evidence.getOrDefault(from.value(), List.of()).stream()
                        .filter(entry -> entry.action().equals(MOVED))
                        .filter(entry ->
                                entry.text("successor").filter(id::equals).isPresent())
                        .findFirst())
                .or(() -> evidence.getOrDefault(token.id().value(), List.of()).stream()
                        .filter(entry -> entry.action().equals(ACTIVATED))
                        .findFirst());
    }

    private List<Contradiction> compared(Token token, Instant activated, Evidence entry) {
        List<Contradiction> found = new ArrayList<>();
        String device = token.mac().map(MacAddress::toString).orElse("");
        String told = entry.text(entry.action().equals(MOVED) ? "to" : "mac").orElse("");
        if (!device.equals(told)) {
            found.add(new Contradiction(Kind.DEVICE, device, told));
        }
        if (!token.contract().equals(entry.contract())) {
            found.add(new Contradiction(Kind.NETWORK, number(token.contract()), number(entry.contract())));
        }
        if (Duration.between(activated, entry.at()).abs().compareTo(LATER) > 0) {
            found.add(new Contradiction(Kind.ACTIVATED, activated, entry.at()));
        }
        Instant until = token.expiresAt().orElse(null);
        Instant toldUntil = entry.text("until").map(Instant::parse).orElse(null);
        if (entry.details().containsKey("until") && !Objects.equals(until, toldUntil)) {
            found.add(new Contradiction(Kind.UNTIL, until, toldUntil));
        }
        return found;
    }

    private @Nullable String number(@Nullable ContractId contract) {
        return contract == null
                ? null
                : contracts.find(List.of(contract)).stream()
                        .map(Contract::number)
                        .findFirst()
                        .orElse(contract.toString());
    }
}
