package dev.propusk.account.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.account.guard.FailedTries.Kind;
import dev.propusk.contract.Contract;
import dev.propusk.journal.HistoryEntry;
import dev.propusk.security.LoginName;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.security.SignInDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@PropuskTest
class AccountNewsTest {
    @Autowired
    AccountNews news;

    @Autowired
    FailureCounts failures;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoeverSignsInWhereTheyDidBeforeLearnsWhatHappenedSince() {
        Contract hotel = contracts.open();
        PanelUser owner = contracts.user(contracts.login(hotel, Role.OWNER));
        fail(owner, Kind.SIGN_IN_FAILED);
        clock.advance(Duration.ofMinutes(5));
        Instant lastHere = clock.instant();
        clock.advance(Duration.ofMinutes(5));
        fail(owner, Kind.CODE_FAILED);
        fail(contracts.user(contracts.login(hotel, Role.OPERATOR)), Kind.SIGN_IN_FAILED);

        become(owner, lastHere);
        assertThat(news.sinceLastHere()).extracting(HistoryEntry::action).containsExactly("account.code-failed");
        assertThat(news.ofLastMonth())
                .extracting(HistoryEntry::action)
                .containsExactly("account.code-failed", "account.sign-in-failed");
        assertThat(news.zone()).isEqualTo(hotel.zone());

        become(owner, null);
        assertThat(news.sinceLastHere()).isEmpty();
        clock.advance(Duration.ofDays(31));
        assertThat(news.ofLastMonth()).isEmpty();
    }

    @Test
    void theProvidersPeopleLearnItToo() {
        PanelUser support = contracts.user(contracts.support());
        fail(support, Kind.SIGN_IN_SLOWED);
        become(support, null);
        assertThat(news.ofLastMonth()).extracting(HistoryEntry::action).containsExactly("account.sign-in-slowed");
    }

    @Test
    void aFloodOfNamesIsNotCountedWithoutEndAndHidesNoFailureOfAnotherKind() {
        for (int i = 0; i < FailureCounts.MOST + 10; i++) {
            failures.count(new LoginName("nobody-" + i), Kind.SIGN_IN_SLOWED, "");
        }
        PanelUser support = contracts.user(contracts.support());
        failures.count(new LoginName(support.getUsername()), Kind.SIGN_IN_SLOWED, "");
        failures.count(new LoginName(support.getUsername()), Kind.SIGN_IN_FAILED, "192.0.2.1");
        failures.tell();
        become(support, null);
        assertThat(news.ofLastMonth()).extracting(HistoryEntry::action).containsExactly("account.sign-in-failed");
    }

    private void fail(PanelUser user, Kind kind) {
        failures.count(new LoginName(user.getUsername()), kind, "192.0.2.1");
        failures.tell();
    }

    private void become(PanelUser user, @Nullable Instant lastHere) {
        SignInDetails details = new SignInDetails("192.0.2.1", null, clock.instant());
        if (lastHere != null) {
            details.foundBefore(lastHere);
        }
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(user, null, List.copyOf(user.getAuthorities()));
        token.setDetails(details);
        SecurityContextHolder.getContext().setAuthentication(token);
    }
}
