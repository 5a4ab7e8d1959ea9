package dev.propusk.gateway.ui;

import dev.propusk.contract.Contract;
import dev.propusk.contract.ContractList;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.Gateways;
import org.jspecify.annotations.Nullable;

/** The dialog that adds a gateway, for this page and for those of other features. */
public final class NewGateways {
    private NewGateways() {}

    /**
     * Asks how the gateway is set up, and shows its key this once.
     *
     * @param contract whose it will be; null: it is asked for
     * @param done when it was added
     */
    public static void open(Gateways gateways, ContractList contracts, @Nullable Contract contract, Runnable done) {
        new GatewayDialog(contract, contracts, answers -> {
                    var keyed = gateways.add(answers.contract().id(), GatewayId.next(), answers.terms());
                    done.run();
                    new GatewayKeyDialog(keyed, !answers.radiusSecret().isEmpty()).open();
                })
                .open();
    }
}
