package dev.propusk.identification;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Networks;
import dev.propusk.security.ContractId;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.CodeNotAcceptedException.Refusal;
import dev.propusk.token.TokenCode;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.search.LiveTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** May this device pass, and until when: what the portal and the gateways ask. */
@Service
public class Identification {
    private static final Duration LATELY = Duration.ofDays(1);

    private final Activation activation;
    private final LiveTokens liveTokens;
    private final Networks networks;
    private final GuessingBudgets budgets;
    private final AttemptGate gate;
    private final Clock clock;

    Identification(
            Activation activation,
            LiveTokens liveTokens,
            Networks networks,
            GuessingBudgets budgets,
            AttemptGate gate,
            Clock clock) {
        this.activation = activation;
        this.liveTokens = liveTokens;
        this.networks = networks;
        this.budgets = budgets;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * The device sends what its guest typed.
     *
     * @return until when it is identified: the latest of its tokens' ends (rule 16)
     * @throws CodeNotAcceptedException where this does not identify it here, for whatever reason (rule 9)
     * @throws TooManyGuessesException where too many wrong codes came this way; the code was not looked at (rule 19)
     */
    public Identified identify(Attempt attempt, TokenCode code) {
        return arrive(attempt, code).identified().orElseThrow();
    }

    /** The same, for whom it matters what the device has elsewhere. */
    public Arrival arrive(Attempt attempt, TokenCode code) {
        try {
            return gate.pass(attempt, () -> enter(attempt, code));
        } catch (TooManyGuessesException e) {
            return alreadyIdentified(attempt).orElseThrow(() -> e);
        }
    }

    private Arrival enter(Attempt attempt, TokenCode code) {
        budgets.require(attempt);
        try {
            return activation
                    .activate(attempt.contract(), code, attempt.device(), token -> identified(attempt))
                    .orElseThrow(() -> new CodeNotAcceptedException(Refusal.ENDED));
        } catch (CodeNotAcceptedException e) {
            switch (e.refusal()) {
                case UNKNOWN -> budgets.chargeGuess(attempt);
                case USED, ENDED, USED_UP -> budgets.chargeDevice(attempt);
                case CONTRACT_NOT_OPEN -> {}
            }
            throw e;
        }
    }

    /** A gateway's guest who may pass never notices an attack; on the open page that would tell strangers who may. */
    private Optional<Arrival> alreadyIdentified(Attempt attempt) {
        return switch (attempt.source()) {
            case GATEWAY -> identified(attempt);
            case OPEN_PAGE -> Optional.empty();
        };
    }

    private Optional<Arrival> identified(Attempt attempt) {
        return Optional.of(arrive(attempt.contract(), attempt.device()))
                .filter(arrival -> arrival.identified().isPresent());
    }

    /** Whether the device may pass now. */
    public Optional<Identified> find(ContractId contract, MacAddress device) {
        return arrive(contract, device).identified();
    }

    /** The device, and all that it has. */
    public Arrival arrive(ContractId contract, MacAddress device) {
        return new Arrival(networks.get(contract), device, liveTokens.seenFrom(contract, device));
    }

    /** When the device's time in this network ended, if it has, lately. */
    public Optional<Instant> endedLately(ContractId contract, MacAddress device) {
        return liveTokens.lastExpiry(contract, device, clock.instant().minus(LATELY));
    }
}
