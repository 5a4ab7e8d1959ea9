package dev.propusk.token.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.propusk.base.MacAddress;
import dev.propusk.base.Notices;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.security.ContractId;
import dev.propusk.token.Activation;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Ending;
import dev.propusk.token.Generation;
import dev.propusk.token.Token;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.TokenOrder;
import dev.propusk.token.UnusedLimitExceededException;
import dev.propusk.token.WrongTokenStateException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** What a person does with tokens in the panel: asked once where it can't be undone, told how it went. */
class TokenDeeds {
    private final Component view;
    private final ContractId contract;
    private final Generation generation;
    private final Activation activation;
    private final Ending ending;
    private final Clock clock;
    private final Runnable refresh;

    TokenDeeds(
            Component view,
            ContractId contract,
            Generation generation,
            Activation activation,
            Ending ending,
            Clock clock,
            Runnable refresh) {
        this.view = view;
        this.contract = contract;
        this.generation = generation;
        this.activation = activation;
        this.ending = ending;
        this.clock = clock;
        this.refresh = refresh;
    }

    void generate(TokenOrder order) {
        attempt(() -> {
            int made = generation.generate(contract, order).tokens().size();
            Notices.done(text("token.generated.done", made));
        });
    }

    void annul(List<Token> chosen, boolean devices) {
        String question = devices
                ? text("token.annul-all.question")
                : text("token.annul.question", chosen.size(), activeAmong(chosen));
        confirm(question, text("token.action.annul"), () -> {
            chosen.forEach(token -> ending.annul(contract, token.id(), devices));
            Notices.done(text("token.annul.done", chosen.size()));
        });
    }

    void delete(List<Token> chosen) {
        String question = text("token.delete.question", chosen.size(), activeAmong(chosen));
        confirm(question, text("token.action.delete"), () -> {
            chosen.forEach(token -> ending.delete(contract, token.id()));
            Notices.done(text("token.delete.done", chosen.size()));
        });
    }

    void activate(Token token, MacAddress device) {
        attempt(() -> {
            activation.activateByHand(contract, token.id(), device);
            Notices.done(text("token.activate.done", device));
        });
    }

    void move(Token token, MacAddress newMac) {
        attempt(() -> {
            activation.moveToNewMac(contract, token.id(), newMac);
            Notices.done(text("token.move.done", newMac));
        });
    }

    private void confirm(String question, String button, Runnable deed) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setCancelable(true);
        dialog.setCancelText(text("token.cancel"));
        dialog.setConfirmText(button);
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> attempt(deed));
        dialog.open();
    }

    private void attempt(Runnable deed) {
        Consumer<String> problem = key -> Notices.problem(text(key));
        try {
            deed.run();
        } catch (UnusedLimitExceededException e) {
            Notices.problem(text("token.error.limit", e.unused(), e.limit(), e.requested()));
        } catch (WrongTokenStateException e) {
            problem.accept("token.error.state");
        } catch (CodeNotAcceptedException e) {
            problem.accept("token.error.not-accepted");
        } catch (TokenNotFoundException e) {
            problem.accept("token.error.not-found");
        } catch (WrongContractStatusException e) {
            problem.accept("token.error.contract");
        } finally {
            refresh.run();
        }
    }

    private long activeAmong(List<Token> chosen) {
        return chosen.stream()
                .filter(token -> token.mac().isPresent()
                        && token.annulledAt(clock.instant()).isEmpty())
                .count();
    }

    private String text(String key, Object... values) {
        return view.getUI().map(ui -> ui.getTranslation(key, values)).orElse(key);
    }
}
