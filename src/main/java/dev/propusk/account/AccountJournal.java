package dev.propusk.account;

import dev.propusk.data.Atomic;
import dev.propusk.journal.JournalEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets the journal know of what changes no row: somebody signed in, or tried to. */
@Component
public class AccountJournal {
    private final ApplicationEventPublisher events;

    AccountJournal(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Atomic
    public void tell(JournalEvent event) {
        events.publishEvent(event);
    }
}
