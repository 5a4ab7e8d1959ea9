package dev.propusk.contract.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.LeftToEnd;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Closes a contract and shows how many of its tokens have been ended. It goes on if the page is left. */
class ClosingDialog extends Dialog {
    private static final int EVERY_MILLISECONDS = 500;

    private final LeftToEnd leftToEnd;
    private final Contract contract;
    private final Runnable done;
    private final Paragraph text = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Button close = new Button(getTranslation("contract.back"), click -> close());
    private final int all;
    private final FutureTask<Boolean> closing;
    private final Registration polling;

    ClosingDialog(Contracts contracts, LeftToEnd leftToEnd, Contract contract, Runnable done) {
        this.leftToEnd = leftToEnd;
        this.contract = contract;
        this.done = done;
        this.all = leftToEnd.count(contract.id());
        setHeaderTitle(getTranslation("contract.closing", contract.name()));
        setWidth("min(480px, 96vw)");
        setCloseOnOutsideClick(false);
        text.getElement().setAttribute("role", "status");
        bar.setMax(Math.max(1, all));
        bar.getElement().setAttribute("aria-label", getTranslation("contract.closing", contract.name()));
        add(text, bar);
        getFooter().add(close);
        close.setEnabled(false);
        closing = new FutureTask<>(new DelegatingSecurityContextRunnable(() -> contracts.close(contract.id())), true);
        Thread.ofVirtual().name("closing-a-contract").start(closing);
        UI ui = UI.getCurrent();
        ui.setPollInterval(EVERY_MILLISECONDS);
        polling = ui.addPollListener(poll -> refresh(ui));
        refresh(ui);
    }

    private void refresh(UI ui) {
        int left = leftToEnd.count(contract.id());
        bar.setValue(Math.clamp(all - left, 0, bar.getMax()));
        text.setText(getTranslation("contract.closing.ended", Math.max(0, all - left), all));
        if (closing.isDone()) {
            text.setText(getTranslation(
                    closing.state() == Future.State.SUCCESS ? "contract.closing.done" : "contract.closing.failed"));
            close.setEnabled(true);
            ui.setPollInterval(-1);
            polling.remove();
            done.run();
        }
    }
}
