package dev.propusk.account.guard;

import dev.propusk.account.AccountJournal;
import dev.propusk.account.AccountRepository;
import dev.propusk.account.guard.FailedTries.Kind;
import dev.propusk.security.LoginName;
import dev.propusk.work.Job;
import jakarta.annotation.PreDestroy;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gathers what was wrong at the doors, and lets the journal know once a minute: of each login and address how often (sign-in
 * 9). At the door itself nothing is asked or written, so that nobody learns by the time it takes which logins there are.
 */
@Component
public class FailureCounts {
    static final int MOST = 10_000;

    private final AccountRepository accounts;
    private final AccountJournal journal;
    private final Map<Kind, Map<Place, Integer>> counts = new EnumMap<>(Kind.class);

    FailureCounts(AccountRepository accounts, AccountJournal journal) {
        this.accounts = accounts;
        this.journal = journal;
    }

    /** How many of each is kept: where one kind has {@value #MOST}, only those that it knows already are counted. */
    private record Place(LoginName login, String address) {}

    /** @param address from where; empty: it does not matter */
    public synchronized void count(LoginName login, Kind kind, String address) {
        Map<Place, Integer> places = counts.computeIfAbsent(kind, one -> new LinkedHashMap<>());
        Place place = new Place(login, address);
        if (places.size() < MOST || places.containsKey(place)) {
            places.merge(place, 1, Integer::sum);
        }
    }

    @PreDestroy
    @Job(value = "sign-in-failures", every = "${propusk.account.failures-interval}")
    public void tell() {
        taken().forEach((kind, places) ->
                places.forEach((place, count) -> accounts.findByUsername(place.login.value())
                        .filter(account -> place.login.isOf(account.username()))
                        .ifPresent(account -> journal.tell(new FailedTries(
                                account.contract(), account.id(), account.username(), kind, count, place.address)))));
    }

    private synchronized Map<Kind, Map<Place, Integer>> taken() {
        Map<Kind, Map<Place, Integer>> taken = new EnumMap<>(counts);
        counts.clear();
        return taken;
    }
}
