package dev.propusk.support.ui;

import com.vaadin.flow.component.UI;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.Notices;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Token;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.WrongTokenStateException;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import org.springframework.stereotype.Component;

/** What support does for a guest: moves an activation, activates by hand, annuls. */
@Component
class SupportActions {
    private final Activation activation;
    private final Annulments ending;

    SupportActions(Activation activation, Annulments ending) {
        this.activation = activation;
        this.ending = ending;
    }

    void move(Token token, MacAddress newMac, Runnable done) {
        attempt(() -> activation.moveToNewMac(token.contract(), token.id(), newMac), "support.move.done", newMac, done);
    }

    void activate(Token token, MacAddress device, Runnable done) {
        attempt(
                () -> activation.activateByHand(token.contract(), token.id(), device),
                "support.activate.done",
                device,
                done);
    }

    void annul(Token token, Runnable done) {
        UI ui = UI.getCurrent();
        new Confirmation(
                        ui.getTranslation("support.annul.question"),
                        ui.getTranslation("support.annul.consequence"),
                        ui.getTranslation("support.action.annul"),
                        () -> attempt(
                                () -> ending.annul(token.contract(), token.id(), false), "support.annul.done", 1, done))
                .open();
    }

    private static void attempt(Runnable action, String success, Object value, Runnable done) {
        UI ui = UI.getCurrent();
        try {
            action.run();
            Notices.done(ui.getTranslation(success, value));
        } catch (WrongTokenStateException e) {
            Notices.problem(ui.getTranslation("support.error.state"));
        } catch (CodeNotAcceptedException e) {
            Notices.problem(ui.getTranslation("support.error.not-accepted"));
        } catch (TokenNotFoundException e) {
            Notices.problem(ui.getTranslation("support.error.not-found"));
        } catch (WrongContractStatusException e) {
            Notices.problem(ui.getTranslation("support.error.contract"));
        } finally {
            done.run();
        }
    }
}
