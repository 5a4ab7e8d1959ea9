package dev.propusk.gateway.web;

import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayRepository;
import dev.propusk.gateway.RadiusGateways;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Choice;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.gateway.trial.TrialAnswer;
import dev.propusk.gateway.trial.Trials;
import dev.propusk.gateway.trial.Trials.Trial;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers packets that the application itself sent: whose each would be, had it come from where its gateway is. It says so
 * where the trial is kept, and refuses, whatever it is; no device is asked about.
 */
@Component
class TrialAnswers {
    private final Trials trials;
    private final GatewayRepository gateways;
    private final RadiusGateways radius;
    private final Contracts contracts;

    TrialAnswers(Trials trials, GatewayRepository gateways, RadiusGateways radius, Contracts contracts) {
        this.trials = trials;
        this.gateways = gateways;
        this.radius = radius;
        this.contracts = contracts;
    }

    /**
     * Whether it was one, and is answered.
     *
     * @param caller whose key was shown: a server's, or, where the application's address is in its file, a gateway's
     */
    boolean answer(Object caller, Optional<NetworkAddress> source, RadiusRequest packet) {
        Optional<Trial> trial = source.flatMap(from -> packet.texts("Proxy-State")
                .flatMap(text -> Trials.read(text).stream())
                .flatMap(id -> trials.find(from, id).stream())
                .findFirst());
        trial.ifPresent(one -> trials.answer(one, whose(one, caller, AskedReader.read(packet))));
        return trial.isPresent();
    }

    private TrialAnswer whose(Trial trial, Object caller, Asked asked) {
        Choice<GatewayCaller> meant = caller instanceof GatewayCaller itself
                ? Choice.of(itself)
                : gateways.findByContractAndId(trial.contract(), trial.gateway())
                        .flatMap(gateway -> gateway.sources().ranges().stream().findFirst())
                        .map(range -> radius.asking(range.network(), asked))
                        .orElse(Choice.nobody(Refusal.UNKNOWN_ADDRESS));
        if (meant.refusal().isPresent()) {
            return TrialAnswer.of(meant.refusal().get());
        }
        if (meant.chosen().filter(one -> one.gateway().equals(trial.gateway())).isEmpty()) {
            return TrialAnswer.ANOTHER;
        }
        return contracts.get(trial.contract()).isOpen() ? TrialAnswer.KNOWN : TrialAnswer.SUSPENDED;
    }
}
