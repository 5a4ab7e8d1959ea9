package dev.propusk.token.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.propusk.security.ContractId;
import dev.propusk.token.search.TokenChanges;
import org.jspecify.annotations.Nullable;

/** Brings what happens elsewhere into an open page, as long as it is open. */
class LiveUpdates {
    private final TokenChanges changes;
    private final ContractId contract;
    private final Runnable changed;
    private final Runnable away;
    private @Nullable Runnable stop;

    /**
     * @param changed called in the page when something has changed, or the database is back
     * @param away called in the page when the database does not answer
     */
    LiveUpdates(TokenChanges changes, ContractId contract, Runnable changed, Runnable away) {
        this.changes = changes;
        this.contract = contract;
        this.changed = changed;
        this.away = away;
    }

    void start(UI ui) {
        stop();
        stop = changes.watch(contract, new TokenChanges.Watcher() {
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

    void stop() {
        if (stop != null) {
            stop.run();
            stop = null;
        }
    }

    private static void in(UI ui, Runnable work) {
        try {
            var _ = ui.access(work::run);
        } catch (UIDetachedException e) {
            // closed a moment ago: nobody looks any more
        }
    }
}
