package dev.propusk.account.factor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.propusk.MainClasses;
import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.account.AccountAdministration;
import dev.propusk.account.OwnAccount;
import dev.propusk.account.TooManyTriesException;
import dev.propusk.account.guard.FailureCounts;
import dev.propusk.contract.Contract;
import dev.propusk.security.NeedsProof;
import dev.propusk.security.PanelUser;
import dev.propusk.security.ProofNeededException;
import dev.propusk.security.Role;
import dev.propusk.security.SignInDetails;
import dev.propusk.webhook.Hooks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever finds a session open changes nothing that protects a login, a key or a secret. */
@PropuskTest
class ReprovingTest {
    @Autowired
    Reproving reproving;

    @Autowired
    AccountAdministration administration;

    @Autowired
    OwnAccount own;

    @Autowired
    Hooks hooks;

    @Autowired
    FactorDemands demands;

    @Autowired
    FailureCounts failures;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Contract hotel;
    private PanelUser owner;

    @BeforeEach
    void signIn() {
        hotel = contracts.open();
        owner = contracts.user(contracts.login(hotel, Role.OWNER));
        become(owner);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aQuarterOfAnHourAfterThePasswordItIsAskedForOnceMore() {
        clock.advance(Duration.ofMinutes(15));
        demands.demand(hotel.id(), true);
        clock.advance(Duration.ofSeconds(1));
        for (Runnable change : List.<Runnable>of(
                () -> demands.demand(hotel.id(), false),
                () -> administration.invite(hotel.id(), hotel.slug() + "-new", Role.OPERATOR),
                () -> own.setSecondFactor(own.newSecret(), "000000"),
                () -> own.removeSecondFactor(),
                () -> hooks.replaceSecret(hotel.id()))) {
            assertThatThrownBy(change::run).isInstanceOf(ProofNeededException.class);
        }
        assertThat(reproving.isRecent()).isFalse();
        assertThat(reproving.prove("wrong", "")).isFalse();
        assertThatThrownBy(() -> demands.demand(hotel.id(), false)).isInstanceOf(ProofNeededException.class);
        assertThat(reproving.prove(TestContracts.PASSWORD, "")).isTrue();
        demands.demand(hotel.id(), false);
        assertThat(demands.isDemanded(hotel.id())).isFalse();
    }

    @Test
    void whoeverMayNotDoItAnywayIsNotAskedForAPassword() {
        Contract cafe = contracts.open();
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> demands.demand(cafe.id(), true)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void thePasswordCanNotBeGuessedAtThereEitherAndFailuresStandInTheJournal() {
        clock.advance(Duration.ofHours(1));
        for (int i = 0; i < 5; i++) {
            assertThat(reproving.prove("wrong", "")).isFalse();
        }
        assertThatThrownBy(() -> reproving.prove(TestContracts.PASSWORD, "")).isInstanceOf(TooManyTriesException.class);
        failures.tell();
        assertThat(jdbc.sql("select details from journal where subject = ? and action = 'account.password-failed'")
                        .param(owner.account())
                        .query(String.class)
                        .single())
                .contains("\"count\":5", "192.0.2.1");
    }

    /** Of what hands out keys and links, only what the demo alone calls does not ask. */
    @Test
    void everythingThatHandsOutAKeyOrChangesALoginAsks() {
        JavaClasses classes = MainClasses.all();
        methods()
                .that()
                .areDeclaredIn(AccountAdministration.class)
                .and()
                .arePublic()
                .and()
                .haveNameNotStartingWith("has")
                .should()
                .beAnnotatedWith(NeedsProof.class)
                .check(classes);
        for (String handedOut : List.of("dev.propusk.gateway.Gateways$Keyed", "dev.propusk.api.key.MadeKey")) {
            methods()
                    .that()
                    .arePublic()
                    .and()
                    .haveRawReturnType(handedOut)
                    .and()
                    .haveNameNotMatching("makeKnown|addWithKey")
                    .should()
                    .beAnnotatedWith(NeedsProof.class)
                    .check(classes);
        }
    }

    private void become(PanelUser user) {
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(user, null, List.copyOf(user.getAuthorities()));
        token.setDetails(new SignInDetails("192.0.2.1", null, clock.instant()));
        SecurityContextHolder.getContext().setAuthentication(token);
    }
}
