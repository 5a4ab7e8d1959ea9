package dev.propusk.panel;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Shows how far work that lasts has come. It goes on if the page is left. */
public final class ProgressDialog extends Dialog {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressDialog.class);
    private static final int EVERY_MILLISECONDS = 500;

    private final Work work;
    private final Paragraph text = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final FutureTask<Boolean> task;
    private final UI ui = UI.getCurrent();
    private final Registration polling;

    /** What is done; all but {@link #run} is called by the page. */
    public interface Work {
        /** In a thread of its own, in the name of who asked for it. */
        void run();

        /** What it is, in words. */
        String title();

        /** How much there is to do; at least one. */
        int all();

        /** How much of it has been done. */
        int done();

        /** Tells it in words. */
        String soFar(int done);

        /**
         * Called once it is over.
         *
         * @return the last words, or none where the dialog may go
         */
        Optional<String> over(Future.State outcome);
    }

    private ProgressDialog(Work work) {
        this.work = work;
        setHeaderTitle(work.title());
        setWidth("min(480px, 96vw)");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        text.getElement().setAttribute("role", "status");
        bar.setMax(work.all());
        bar.getElement().setAttribute("aria-label", work.title());
        add(text, bar);
        task = new FutureTask<>(new DelegatingSecurityContextRunnable(work::run), true);
        ui.setPollInterval(EVERY_MILLISECONDS);
        polling = ui.addPollListener(poll -> refresh());
    }

    /** Begins the work. */
    public static void show(Work work) {
        ProgressDialog dialog = new ProgressDialog(work);
        dialog.open();
        Thread.ofVirtual().name("work").start(dialog.task);
        dialog.refresh();
    }

    /** Does what is too short to be watched. */
    public static void runUnwatched(Work work) {
        FutureTask<Boolean> task = new FutureTask<>(work::run, true);
        task.run();
        over(work, task).ifPresent(Notices::done);
    }

    private void refresh() {
        boolean over = task.isDone();
        int done = Math.clamp(work.done(), 0, work.all());
        bar.setValue(done);
        text.setText(work.soFar(done));
        if (over) {
            ui.setPollInterval(-1);
            polling.remove();
            over(work, task).ifPresentOrElse(this::stay, this::close);
        }
    }

    private static Optional<String> over(Work work, Future<?> task) {
        if (task.state() == Future.State.FAILED) {
            LOG.error("Work was broken off", task.exceptionNow());
        }
        return work.over(task.state());
    }

    private void stay(String words) {
        text.setText(words);
        setCloseOnEsc(true);
        Button close = new Button(getTranslation("progress.close"), click -> close());
        getFooter().add(close);
        close.focus();
    }
}
