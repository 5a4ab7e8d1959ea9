package dev.propusk.operation.log;

import dev.propusk.account.Accounts;
import dev.propusk.account.SecondFactorRefused;
import dev.propusk.account.identity.IdentityRefused;
import dev.propusk.journal.EntryWritten;
import dev.propusk.journal.JournalEntry;
import dev.propusk.journal.JournalEvent;
import dev.propusk.journal.seal.SealPublished;
import dev.propusk.operation.BackupSeen;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.KeyRefused;
import dev.propusk.webhook.DeliveryState;
import dev.propusk.webhook.DeliveryTried;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Decides what of all that happens stands in the log, and how loud: whatever the journal is told, and beside it what was
 * refused and what did not arrive. What was done is told once it stands; what only was looked at, never.
 */
@Component
class EventLog {
    private static final Logger log = LoggerFactory.getLogger(EventLog.class);

    /** Words that are no free text, which may hold anything. */
    private static final Set<String> WORDS = Set.of(
            "answer",
            "before",
            "days",
            "from",
            "gateway",
            "mac",
            "name",
            "number",
            "otherNetwork",
            "role",
            "scopes",
            "to",
            "username",
            "way");

    private final CurrentUser currentUser;
    private final Accounts accounts;
    private volatile boolean isQuiet;

    EventLog(CurrentUser currentUser, Accounts accounts, Environment environment) {
        this.currentUser = currentUser;
        this.accounts = accounts;
        this.isQuiet = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** What the demo is filled with is no news. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        isQuiet = false;
    }

    /** With the entry's own id and time: a copy of the journal that nobody who reaches the database can change. */
    @TransactionalEventListener
    void done(EntryWritten written) {
        if (isQuiet) {
            return;
        }
        JournalEntry entry = written.entry();
        JournalEvent event = written.event();
        LogLine line = new LogLine(entry.action())
                .with("entry", entry.id())
                .with("written", entry.at())
                .with("contract", entry.contract())
                .with("subject", entry.subject())
                .with("by", entry.actor().kind())
                .with("actor", entry.actor().name())
                .with("address", entry.actor().address());
        event.details().forEach((name, value) -> {
            if (value instanceof Number || value instanceof Boolean || value instanceof Enum || WORDS.contains(name)) {
                line.with(name, value);
            }
        });
        line.write(log, event.isTrouble() ? Level.WARN : Level.INFO);
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        // a database that is away refuses nobody
        if (event instanceof AuthenticationFailureServiceExceptionEvent) {
            return;
        }
        String address = event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
        new LogLine("account.sign-in-refused")
                .with("username", known(event.getAuthentication().getName()))
                .with("address", address)
                .with("reason", event instanceof AuthenticationFailureLockedEvent ? "too-many" : "wrong")
                .write(log, Level.WARN);
    }

    /** What somebody typed for a login may be a password: only one that is a login is told. */
    private @Nullable String known(String typed) {
        try {
            return accounts.loadUserByUsername(typed).getUsername();
        } catch (UsernameNotFoundException e) {
            return null;
        }
    }

    @EventListener
    void refused(SecondFactorRefused event) {
        new LogLine("account.second-factor-refused")
                .with("username", event.username())
                .with("address", currentUser.actor().address())
                .with("reason", event.isTooMany() ? "too-many" : "wrong")
                .write(log, Level.WARN);
    }

    @EventListener
    void refused(IdentityRefused event) {
        new LogLine("account.identity-refused")
                .with("address", event.address())
                .with("reason", event.fault())
                .with("detail", event.detail())
                .write(log, Level.WARN);
    }

    @EventListener
    void refused(KeyRefused event) {
        new LogLine("key.refused")
                .with("door", event.door())
                .with("key", event.name())
                .with("scope", event.scope())
                .with("address", event.address())
                .write(log, Level.WARN);
    }

    @TransactionalEventListener
    void tried(DeliveryTried event) {
        if (event.state() != DeliveryState.DELIVERED) {
            new LogLine(event.state() == DeliveryState.GIVEN_UP ? "webhook.given-up" : "webhook.failed")
                    .with("contract", event.contract())
                    .with("event", event.event())
                    .with("status", event.status())
                    .with("reason", event.failure())
                    .with("tries", event.tries())
                    .write(log, event.state() == DeliveryState.GIVEN_UP ? Level.WARN : Level.INFO);
        }
    }

    @EventListener
    void published(SealPublished event) {
        new LogLine("seal.published").with("seal", event.seal()).write(log, Level.INFO);
    }

    @EventListener
    void seen(BackupSeen event) {
        new LogLine("backup.done").with("at", event.at()).write(log, Level.INFO);
    }
}
