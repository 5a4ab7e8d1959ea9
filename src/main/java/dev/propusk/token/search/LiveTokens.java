package dev.propusk.token.search;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenState;
import dev.propusk.token.store.CrossContractTokens;
import dev.propusk.token.store.TokenTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which token identifies a device now. */
@Service
public class LiveTokens {
    private final TokenTable tokens;
    private final CrossContractTokens crossContract;
    private final Clock clock;

    LiveTokens(TokenTable tokens, CrossContractTokens crossContract, Clock clock) {
        this.tokens = tokens;
        this.crossContract = crossContract;
        this.clock = clock;
    }

    /** All that the device has, by one question. */
    @Transactional(readOnly = true)
    public HeldTokens seenFrom(ContractId here, MacAddress device) {
        Instant now = clock.instant();
        Map<Boolean, List<Token>> active = crossContract.findActiveAcrossContracts(device).stream()
                .collect(Collectors.partitioningBy(token -> token.contract().equals(here)));
        List<Token> live = Objects.requireNonNull(active.get(true)).stream()
                .filter(token -> token.state(now) == TokenState.ACTIVE)
                .toList();
        return new HeldTokens(live, Objects.requireNonNull(active.get(false)));
    }

    /** The device that a code lets in here now; empty: none, or several. */
    @Transactional(readOnly = true)
    public Optional<MacAddress> onlyDevice(ContractId contract, TokenCode code) {
        List<MacAddress> devices = tokens.findDevices(contract, code, clock.instant());
        return devices.size() == 1 ? Optional.of(devices.getFirst()) : Optional.empty();
    }

    /**
     * Until when tokens let these devices in here: the end of the last that did, or the farthest future for one that goes on.
     * Who was never let in is not among them.
     */
    @Transactional(readOnly = true)
    public Map<MacAddress, Instant> letInUntil(ContractId contract, Set<MacAddress> devices) {
        return devices.isEmpty() ? Map.of() : tokens.findLetInUntil(contract, devices);
    }

    /** When the device's latest term in this network ended, if that was after {@code since}. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastExpiry(ContractId contract, MacAddress device, Instant since) {
        return tokens.findLastExpiry(contract, device, since, clock.instant());
    }
}
