package dev.propusk.account.guard;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.propusk.account.Account;
import dev.propusk.account.AccountJournal;
import dev.propusk.account.AccountRepository;
import dev.propusk.account.guard.FailedTries.Kind;
import dev.propusk.security.LoginName;
import dev.propusk.work.Job;
import jakarta.annotation.PreDestroy;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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

    /**
     * One more.
     *
     * @param address from where; empty: it does not matter
     */
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
        taken().forEach((kind, places) -> {
            Map<LoginName, Account> known = known(places.keySet());
            places.forEach((place, count) -> {
                Account account = known.get(place.login);
                if (account != null) {
                    journal.tell(new FailedTries(
                            account.contract(), account.id(), account.username(), kind, count, place.address));
                }
            });
        });
    }

    private Map<LoginName, Account> known(Set<Place> places) {
        Set<String> names = places.stream().map(place -> place.login.value()).collect(toSet());
        return accounts.findByUsernameIn(names).stream()
                .filter(account -> LoginName.isOne(account.username()))
                .collect(toMap(account -> new LoginName(account.username()), account -> account));
    }

    private synchronized Map<Kind, Map<Place, Integer>> taken() {
        Map<Kind, Map<Place, Integer>> taken = new EnumMap<>(counts);
        counts.clear();
        return taken;
    }
}
