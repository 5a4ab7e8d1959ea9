package dev.propusk.contract.ui;

import com.vaadin.flow.component.Component;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.RemainingTokens;
import dev.propusk.panel.ProgressDialog;
import java.util.Optional;
import java.util.concurrent.Future;

/** Closes a contract: all its tokens end. */
final class ClosingWork implements ProgressDialog.Work {
    private final Contracts contracts;
    private final RemainingTokens leftToEnd;
    private final Contract contract;
    private final Component view;
    private final Runnable closed;
    private final int tokens;

    /** @param view whose language it speaks */
    ClosingWork(Contracts contracts, RemainingTokens leftToEnd, Contract contract, Component view, Runnable closed) {
        this.contracts = contracts;
        this.leftToEnd = leftToEnd;
        this.contract = contract;
        this.view = view;
        this.closed = closed;
        this.tokens = leftToEnd.count(contract.id());
    }

    @Override
    public void run() {
        contracts.close(contract.id());
    }

    @Override
    public String title() {
        return view.getTranslation("contract.closing", contract.name());
    }

    @Override
    public int all() {
        return Math.max(1, tokens);
    }

    @Override
    public int done() {
        return tokens - leftToEnd.count(contract.id());
    }

    @Override
    public String soFar(int done) {
        return view.getTranslation("contract.closing.ended", done, tokens);
    }

    @Override
    public Optional<String> over(Future.State outcome) {
        closed.run();
        return Optional.of(view.getTranslation(
                outcome == Future.State.SUCCESS ? "contract.closing.done" : "contract.closing.failed"));
    }
}
