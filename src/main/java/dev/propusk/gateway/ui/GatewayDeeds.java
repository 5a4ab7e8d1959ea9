package dev.propusk.gateway.ui;

import com.vaadin.flow.component.Component;
import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.base.Seen;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayList.Listed;
import dev.propusk.gateway.GatewayNotFoundException;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.controller.Dialect;
import dev.propusk.panel.MeanwhileNotice;
import dev.propusk.panel.Notices;
import dev.propusk.panel.RecordForm;

/** What an administrator does with a gateway, from the list of all and from its own page. */
final class GatewayDeeds {
    private final Component view;
    private final GatewayMeans means;
    private final Runnable done;

    /**
     * For one page.
     *
     * @param done called after something was changed
     */
    GatewayDeeds(Component view, GatewayMeans means, Runnable done) {
        this.view = view;
        this.means = means;
        this.done = done;
    }

    /** Asks how it is to be set up, and offers what else can be done with it. */
    void open(Listed clicked) {
        Gateway gateway =
                means.gateways().get(clicked.contract().id(), clicked.gateway().id());
        Contract contract = clicked.contract();
        GatewayDialog dialog =
                new GatewayDialog(gateway.name(), means.contracts(), form -> change(contract, gateway.id(), form));
        dialog.show(new Seen<>(GatewayAnswers.of(contract, gateway), gateway.version()), gateway);
        dialog.offer(
                view.getTranslation("gateway.key-addresses"),
                () -> new KeyAddressesDialog(means.keyAddresses(), gateway).open());
        if (!Dialect.of(gateway.kind()).isEmpty()) {
            dialog.offer(view.getTranslation("gateway.controller"), () -> new ControllerDialog(means, gateway).open());
        }
        dialog.offer(view.getTranslation("gateway.renew-key"), "gateway.renew-key.confirm", () -> renewKey(gateway));
        dialog.offer(view.getTranslation("gateway.remove"), "gateway.remove.confirm", () -> {
            means.gateways().remove(gateway.contract(), gateway.id());
            done.run();
        });
        dialog.open();
    }

    private boolean change(Contract contract, GatewayId id, RecordForm<GatewayAnswers> form) {
        try {
            return form.change((answers, seen) -> change(contract, id, answers, seen), () -> latest(contract, id));
        } catch (GatewayNotFoundException e) {
            Notices.problem(view.getTranslation("gateway.gone"));
            return false;
        }
    }

    private void change(Contract contract, GatewayId id, GatewayAnswers answers, Seen<GatewayAnswers> seen) {
        means.gateways().change(contract.id(), id, answers.change(), seen.version());
        done.run();
        Notices.done(view.getTranslation("gateway.changed"));
    }

    private Seen<GatewayAnswers> latest(Contract contract, GatewayId id) {
        Gateway now = means.gateways().get(contract.id(), id);
        return new Seen<>(GatewayAnswers.of(contract, now), now.version());
    }

    private void renewKey(Gateway gateway) {
        try {
            keyed(
                    means.gateways().renewKey(gateway.contract(), gateway.id(), gateway.version()),
                    gateway.hasRadiusSecret());
        } catch (ChangedMeanwhileException e) {
            done.run();
            Notices.problem(MeanwhileNotice.sentence(view, e));
        }
    }

    private void keyed(Keyed keyed, boolean radius) {
        done.run();
        new GatewayKeyDialog(keyed, radius).open();
    }
}
