package dev.propusk.gateway.ui;

import com.vaadin.flow.component.Component;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.gateway.online.NetworkSession;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.Notices;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.end.Annulments;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes a device off the network for good: its tokens are annulled, and its gateway is told (rule 18). While one of them held,
 * it would be let in again at once.
 */
final class EndOfSession {
    private final Component view;
    private final Annulments annulments;
    private final ContractId contract;
    private final Runnable done;

    /** @param done called after it, however it went */
    EndOfSession(Component view, Annulments annulments, ContractId contract, Runnable done) {
        this.view = view;
        this.annulments = annulments;
        this.contract = contract;
        this.done = done;
    }

    void ask(NetworkSession row, List<Token> live) {
        String codes = live.stream().map(token -> token.code().grouped()).collect(Collectors.joining(", "));
        new Confirmation(
                        view.getTranslation(
                                "session.end.question", row.session().device()),
                        view.getTranslation("session.end.consequence", live.size(), codes),
                        view.getTranslation("session.end"),
                        () -> end(row, live))
                .open();
    }

    private void end(NetworkSession row, List<Token> live) {
        try {
            live.forEach(this::annul);
            Notices.done(view.getTranslation("session.end.done", row.session().device()));
        } catch (WrongContractStatusException e) {
            Notices.problem(view.getTranslation("token.error.contract"));
        }
        done.run();
    }

    /** One that somebody has deleted meanwhile lets nobody in. */
    private void annul(Token token) {
        try {
            annulments.annul(contract, token.id(), false);
        } catch (TokenNotFoundException e) {
            // nothing is left to be annulled
        }
    }
}
