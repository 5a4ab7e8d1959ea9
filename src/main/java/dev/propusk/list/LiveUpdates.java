package dev.propusk.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings what happens elsewhere into an open page, as long as it is open. */
public final class LiveUpdates {
    private final Function<Changes.Watcher, Runnable> watch;
    private final Runnable changed;
    private final Runnable away;
    private @Nullable Runnable stop;

    private LiveUpdates(Function<Changes.Watcher, Runnable> watch, Runnable changed, Runnable away) {
        this.watch = watch;
        this.changed = changed;
        this.away = away;
    }

    /**
     * From when the page is attached until it is detached.
     *
     * @param watch begins to tell, and gives what ends it
     * @param changed called in the page when something has changed, or the database is back
     * @param away called in the page when the database does not answer
     */
    public static LiveUpdates follow(
            Component page, Function<Changes.Watcher, Runnable> watch, Runnable changed, Runnable away) {
        LiveUpdates updates = new LiveUpdates(watch, changed, away);
        page.addAttachListener(attach -> updates.start(attach.getUI()));
        page.addDetachListener(detach -> updates.stop());
        return updates;
    }

    /** The page shows another thing now; nothing is to be done where it was not attached yet. */
    public void followAnother(UI ui) {
        if (stop != null) {
            start(ui);
        }
    }

    private void start(UI ui) {
        stop();
        stop = watch.apply(new Changes.Watcher() {
            @Override
            public void changed() {
                in(ui, changed);
            }

            @Override
            public void databaseAway() {
                in(ui, away);
            }
        });
    }

    private void stop() {
        if (stop != null) {
            stop.run();
            stop = null;
        }
    }

    /** Does something in a page from another thread, unless it was closed meanwhile. */
    public static void in(UI ui, Runnable work) {
        try {
            var _ = ui.access(work::run);
        } catch (UIDetachedException e) {
            // closed a moment ago: nobody looks any more
        }
    }
}
