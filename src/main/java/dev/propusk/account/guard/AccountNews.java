package dev.propusk.account.guard;

import dev.propusk.account.AccountChanged.Change;
import dev.propusk.base.ProviderSettings;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.journal.History;
import dev.propusk.journal.HistoryEntry;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.PanelUser;
import dev.propusk.security.SignInDetails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What a person should know of their own login: failures, new devices, changes that may not have been theirs. */
@Service
@PreAuthorize("hasAnyRole('OWNER', 'OPERATOR', 'SUPPORT', 'ADMIN')")
public class AccountNews {
    private static final Duration SHOWN = Duration.ofDays(30);
    private static final int MOST = 20;

    private static final List<String> FAILURES = Arrays.stream(FailedTries.Kind.values())
            .map(FailedTries.Kind::action)
            .toList();
    private static final List<String> CHANGES = Stream.of(
                    Change.NEW_DEVICE,
                    Change.SESSION_ENDED,
                    Change.SECOND_FACTOR_SET,
                    Change.SECOND_FACTOR_REMOVED,
                    Change.PASSKEY_ADDED,
                    Change.PASSKEY_REMOVED,
                    Change.IDENTITY_LINKED,
                    Change.IDENTITY_UNLINKED,
                    Change.RECOVERY_CODE_USED,
                    Change.PASSWORD_CHANGED,
                    Change.LINK_MADE,
                    Change.LINK_USED)
            .map(Change::action)
            .toList();

    private final History history;
    private final CurrentUser currentUser;
    private final Contracts contracts;
    private final ProviderSettings provider;
    private final Clock clock;

    AccountNews(History history, CurrentUser currentUser, Contracts contracts, ProviderSettings provider, Clock clock) {
        this.history = history;
        this.currentUser = currentUser;
        this.contracts = contracts;
        this.provider = provider;
        this.clock = clock;
    }

    /** Of the last month, the latest first; not more than fit on a page. */
    public List<HistoryEntry> ofLastMonth() {
        return since(clock.instant().minus(SHOWN));
    }

    /** What happened since they signed in here the last time; nothing where this is the first. */
    public List<HistoryEntry> sinceLastHere() {
        return SignInDetails.current()
                .flatMap(SignInDetails::lastHere)
                .map(this::since)
                .orElse(List.of());
    }

    /** In which they read times: that of their contract, or the provider's. */
    public ZoneId zone() {
        return currentUser
                .panelUser()
                .flatMap(PanelUser::contract)
                .map(contracts::get)
                .map(Contract::zone)
                .orElse(provider.timeZone());
    }

    private List<HistoryEntry> since(Instant since) {
        List<String> actions =
                Stream.concat(FAILURES.stream(), CHANGES.stream()).toList();
        return currentUser
                .panelUser()
                .map(user -> history.since(user.contract().orElse(null), user.account(), actions, since, MOST))
                .orElse(List.of());
    }
}
