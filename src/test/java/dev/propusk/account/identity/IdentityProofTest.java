package dev.propusk.account.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestContracts;
import dev.propusk.account.Accounts;
import dev.propusk.account.identity.IdentityRefusedException.Fault;
import dev.propusk.contract.Contract;
import dev.propusk.security.ActingAs;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.Role;
import dev.propusk.security.SignInDetails;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What the provider's word stands in for, a password and a second factor, and what it does not. */
class IdentityProofTest extends VouchedFor {
    @Autowired
    Accounts accounts;

    @Test
    void aSecondFactorIsOwedHereUnlessItWasGivenThere() throws Exception {
        String name = somebody();
        provider.knows(name, role("wifi-admins", Map.of("amr", List.of("pwd"))));
        TestVisit visit = visit();
        visit.signIn(name);
        Authentication half = Objects.requireNonNull(visit.signedIn());
        assertThat(half.getPrincipal()).isInstanceOf(HalfSignedIn.class);
        assertThat(half.getAuthorities()).extracting("authority").containsExactly(HalfSignedIn.ROLE_AUTHORITY);
        assertThat(journal("account.signed-in", name)).isZero();

        provider.knows(name, ADMIN);
        TestVisit strong = visit();
        strong.signIn(name);
        assertThat(user(strong).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void whoSignsInByTheProviderAloneHasNoPasswordThatOpensAnything() throws Exception {
        String login = contracts.administrator();
        assertThat(byPassword(login, TestContracts.PASSWORD)).isEqualTo("/login?error");
        failures.tell();
        assertThat(journal("account.sign-in-closed", login)).isOne();
        Contract hotel = contracts.open();
        assertThat(byPassword(contracts.login(hotel, Role.OWNER), TestContracts.PASSWORD))
                .isEqualTo("/");

        ActingAs.administrator(() -> accounts.resetAdministrator(login, "another test's password"));
        assertThat(byPassword(login, "another test's password")).isEqualTo("/");
        clock.advance(Duration.ofDays(1));
        assertThat(byPassword(login, "another test's password")).isEqualTo("/login?error");
    }

    @Test
    void aPasswordThatOthersHaveSeenIsVoidOnceTheProviderVouches() throws Exception {
        String login = contracts.administratorWithFirstPassword();
        provider.knows(login, ADMIN);
        TestVisit visit = visit();
        assertThat(visit.signIn(login)).isEqualTo("/");
        assertThat(user(visit).role()).isEqualTo(Role.ADMIN);
        assertThat(count("select must_change_password from account where username = ?", login))
                .isZero();
        jdbc.sql("update account set local_until = '2099-01-01' where username = ?")
                .param(login)
                .update();
        assertThat(byPassword(login, TestContracts.PASSWORD)).isEqualTo("/login?error");
    }

    @Test
    void whoIsSignedInProvesItThereByAPasswordThatWasGivenJustNow() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        TestVisit visit = visit();
        visit.signIn(name);
        clock.advance(Duration.ofHours(1));
        provider.mend(clock);
        Instant now = clock.instant();
        assertThat(visit.comesBack(visit.answered(visit.begin("accounts?q=1"), name)))
                .isEqualTo("/accounts?q=1");
        assertThat(visit.outcome()).contains(new ProofOutcome(null));
        assertThat(details(visit).proven()).isEqualTo(now);
        assertThat(journal("account.signed-in", name)).isOne();

        clock.advance(Duration.ofHours(1));
        provider.spoils(claims -> claims.claim("auth_time", now.getEpochSecond()));
        assertThat(visit.comesBack(visit.answered(visit.begin("accounts"), name)))
                .isEqualTo("/accounts");
        assertThat(visit.outcome()).contains(new ProofOutcome(Fault.NOT_PROVEN));

        provider.mend(clock);
        String other = somebody();
        provider.knows(other, ADMIN);
        assertThat(visit.comesBack(visit.answered(visit.begin("accounts"), other)))
                .isEqualTo("/accounts");
        assertThat(visit.outcome()).contains(new ProofOutcome(Fault.NOT_PROVEN));
        assertThat(details(visit).proven()).isEqualTo(now);
    }

    @Test
    void whoThinksBetterOfAProofIsBackWhereTheyWereAndReadsIt() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        TestVisit visit = visit();
        visit.signIn(name);
        String no = "/login/oidc?error=access_denied&state=" + TestVisit.state(visit.begin("profile"));
        assertThat(visit.comesBack(URI.create(HERE + no))).isEqualTo("/profile");
        assertThat(visit.outcome()).contains(new ProofOutcome(Fault.DENIED));
        assertThat(visit.outcome()).isEmpty();
        assertThat(user(visit).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void aProofOfASessionThatHasEndedMeanwhileIsNone() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        TestVisit visit = visit();
        visit.signIn(name);
        URI answer = visit.answered(visit.begin("profile"), name);
        visit.session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        assertThat(visit.comesBack(answer)).endsWith("/begin-again");
        assertThat(visit.signedIn()).isNull();
    }

    @Test
    void whoSignedInThereLongAgoHasToDoItAgainAndProvesNothingByIt() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        Instant now = clock.instant();
        provider.spoils(claims ->
                claims.claim("auth_time", now.minus(Duration.ofDays(2)).getEpochSecond()));
        assertThat(visit().signIn(name)).endsWith("/not-proven");
        provider.spoils(claims ->
                claims.claim("auth_time", now.minus(Duration.ofHours(2)).getEpochSecond()));
        TestVisit visit = visit();
        assertThat(visit.signIn(name)).isEqualTo("/");
        assertThat(details(visit).proven()).isEqualTo(now.minus(Duration.ofHours(2)));
    }

    private static SignInDetails details(TestVisit visit) {
        Object details = Objects.requireNonNull(visit.signedIn()).getDetails();
        return (SignInDetails) Objects.requireNonNull(details);
    }
}
