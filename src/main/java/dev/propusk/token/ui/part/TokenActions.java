package dev.propusk.token.ui.part;

import dev.propusk.base.MacAddress;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.Notices;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a person does with tokens in the panel: asked once where it can't be undone, told how it went. */
public class TokenActions {
    private final TokenServices services;
    private final ContractId contract;
    private final TokenWords words;
    private final Runnable done;

    /** @param done called after something was changed, or should have been */
    public TokenActions(TokenServices services, ContractId contract, TokenWords words, Runnable done) {
        this.services = services;
        this.contract = contract;
        this.words = words;
        this.done = done;
    }

    public void annul(List<Token> chosen) {
        List<Token> live = chosen.stream()
                .filter(token -> words.stateOf(token) != TokenState.ANNULLED)
                .toList();
        confirm(
                words.text("token.annul.title", live.size()),
                words.text(
                        active(live) > 0 ? "token.annul.devices" : "token.annul.no-devices", active(live), live.size()),
                words.text("token.action.annul"),
                () -> each(live, token -> services.ending().annul(contract, token.id(), false), "token.annul.done"));
    }

    /** The code itself: its unused row, and every device that holds it. */
    public void annulFamily(Token token, List<Token> family) {
        confirm(
                words.text("token.annul-all.title", token.code().grouped()),
                words.text(active(family) > 0 ? "token.annul.devices" : "token.annul.no-devices", active(family), 1),
                words.text("token.action.annul"),
                () -> each(
                        List.of(token),
                        one -> services.ending().annul(contract, one.id(), true),
                        "token.annul-all.done"));
    }

    public void delete(List<Token> chosen) {
        confirm(
                words.text("token.delete.title", chosen.size()),
                words.text(
                        active(chosen) > 0 ? "token.delete.devices" : "token.delete.no-devices",
                        active(chosen),
                        chosen.size()),
                words.text("token.action.delete"),
                () -> each(chosen, token -> services.ending().delete(contract, token.id()), "token.delete.done"));
    }

    public void handOut(List<Token> chosen) {
        List<Token> kept = chosen.stream()
                .filter(token -> token.issuedAt().isEmpty())
                .filter(token -> words.stateOf(token) == TokenState.UNUSED)
                .toList();
        new Confirmation(
                        words.text("token.hand-out.title", kept.size()),
                        words.text("token.hand-out.text", kept.size()),
                        words.text(kept.size() == 1 ? "token.action.hand-out-one" : "token.action.hand-out"),
                        () -> markIssued(chosen))
                .mild()
                .open();
    }

    private void markIssued(List<Token> chosen) {
        attempt(() -> Notices.done(words.text(
                "token.hand-out.done",
                services.issuing()
                        .handOut(contract, chosen.stream().map(Token::id).toList()))));
    }

    /** Empty where the device has the network now, else why not. */
    public Optional<String> activate(Token token, MacAddress device) {
        return attempted(() -> {
            services.activation().activateByHand(contract, token.id(), device);
            Notices.done(words.text("token.activate.done", device));
        });
    }

    /** Empty where the device goes on under its new address, else why not. */
    public Optional<String> move(Token token, MacAddress newMac, Consumer<Token> moved) {
        return attempted(() -> {
            Token successor = services.activation().moveToNewMac(contract, token.id(), newMac);
            Notices.done(words.text("token.move.done", newMac));
            moved.accept(successor);
        });
    }

    private long active(List<Token> chosen) {
        return chosen.stream()
                .filter(token -> words.stateOf(token) == TokenState.ACTIVE)
                .count();
    }

    private void each(List<Token> chosen, Consumer<Token> action, String doneKey) {
        new EachToken(words, chosen, action, doneKey, done).start();
    }

    private void attempt(Runnable action) {
        attempted(action).ifPresent(Notices::problem);
    }

    private Optional<String> attempted(Runnable action) {
        Optional<String> refused = Refusal.to(action).map(refusal -> refusal.in(words));
        done.run();
        return refused;
    }

    private void confirm(String question, String consequence, String name, Runnable action) {
        new Confirmation(question, consequence, name, action).open();
    }
}
