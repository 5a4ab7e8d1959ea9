package dev.propusk.list;

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

    /**
     * @param watch begins to tell, and gives what ends it
     * @param changed called in the page when something has changed, or the database is back
     * @param away called in the page when the database does not answer
     */
    public LiveUpdates(Function<Changes.Watcher, Runnable> watch, Runnable changed, Runnable away) {
        this.watch = watch;
        this.changed = changed;
        this.away = away;
    }

    public void start(UI ui) {
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

    public void stop() {
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
