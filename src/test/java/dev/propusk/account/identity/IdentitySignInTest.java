package dev.propusk.account.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who comes in when the provider of identities vouches for them, as what, and what is left of it. */
class IdentitySignInTest extends VouchedFor {
    @Test
    void whoHasARoleThereComesInAndALoginIsMadeWithAllThatASignInLeaves() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        TestVisit visit = visit();

        assertThat(visit.signIn(name)).isEqualTo("/");

        PanelUser user = user(visit);
        assertThat(user.getUsername()).isEqualTo(name);
        assertThat(user.role()).isEqualTo(Role.ADMIN);
        assertThat(user.contract()).isEmpty();
        assertThat(user.getPassword()).isNull();
        assertThat(Objects.requireNonNull(visit.signedIn()).getAuthorities())
                .extracting("authority")
                .containsExactly("ROLE_ADMIN");
        for (String action :
                List.of("account.created", "account.identity-linked", "account.signed-in", "account.new-device")) {
            assertThat(journal(action, name)).as(action).isOne();
        }
        for (String table : List.of("panel_session", "account_device", "account_address")) {
            assertThat(count("select count(*) from " + table + " where account_id = ?", user.account()))
                    .as(table)
                    .isOne();
        }
    }

    @Test
    void whatIsAskedForIsBoundToThisBrowserAndThisAttempt() throws Exception {
        String asked = visit().begin(null).getQuery();
        assertThat(asked)
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=")
                .contains("max_age=86400", "redirect_uri=" + HERE + "/login/oidc");

        String name = somebody();
        provider.knows(name, ADMIN);
        TestVisit visit = visit();
        URI answer = visit.answered(visit.begin(null), name);
        TestVisit another = visit();
        another.begin(null);
        assertThat(another.comesBack(answer)).endsWith("/begin-again");
        assertThat(visit().comesBack(answer)).endsWith("/begin-again");
        assertThat(visit.comesBack(answer)).isEqualTo("/");
        assertThat(another.comesBack(answer)).endsWith("/begin-again");
        assertThat(another.signedIn()).isNull();
    }

    @Test
    void anAnswerThatIsOpenedOnceMoreLeadsWhoeverIsInsideToTheirPanelAndSignsNobodyInAgain() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        TestVisit visit = visit();
        URI answer = visit.answered(visit.begin(null), name);
        visit.comesBack(answer);
        Object here = Objects.requireNonNull(visit.signedIn()).getDetails();
        assertThat(visit.comesBack(answer)).isEqualTo("/");
        assertThat(visit.outcome()).isEmpty();
        assertThat(Objects.requireNonNull(visit.signedIn()).getDetails()).isEqualTo(here);
        assertThat(journal("account.signed-in", name)).isOne();
    }

    @Test
    void ofTwoTabsTheOneThatWentLaterSignsInAndTheOtherIsInsideThen() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        TestVisit visit = visit();
        URI first = visit.begin(null);
        URI second = visit.begin(null);
        URI early = visit.answered(first, name);
        assertThat(visit.comesBack(early)).endsWith("/begin-again");
        assertThat(visit.comesBack(visit.answered(second, name))).isEqualTo("/");
        assertThat(visit.comesBack(early)).isEqualTo("/");
        assertThat(journal("account.signed-in", name)).isOne();
    }

    @Test
    void theJournalSaysWhoCameByTheProvider() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        visit().signIn(name);
        String owner = contracts.login(contracts.open(), Role.OWNER);
        byPassword(owner, TestContracts.PASSWORD);
        assertThat(signedIn(name)).isEqualTo("{\"username\":\"" + name + "\",\"way\":\"identity-provider\"}");
        assertThat(signedIn(owner)).isEqualTo("{\"username\":\"" + owner + "\"}");
    }

    @Test
    void nobodyComesInWithoutARole() throws Exception {
        String name = somebody();
        provider.knows(name, role("somebody-else", Map.of()));
        TestVisit visit = visit();
        assertThat(visit.signIn(name)).endsWith("/no-access");
        assertThat(visit.signedIn()).isNull();
        assertThat(count("select count(*) from account where username = ?", name))
                .isZero();
    }

    @Test
    void aContractsPeopleComeInWhereAnAdministratorAllowsItAndOnlyThere() throws Exception {
        Contract hotel = contracts.open();
        Contract cafe = contracts.open();
        String name = somebody();
        provider.knows(name, of(hotel, "reception"));
        assertThat(visit().signIn(name)).endsWith("/no-access");

        allow(hotel, true);
        TestVisit visit = visit();
        assertThat(visit.signIn(name)).isEqualTo("/");
        assertThat(user(visit).contract()).contains(hotel.id());
        assertThat(user(visit).role()).isEqualTo(Role.OPERATOR);

        provider.knows(name, of(cafe, "reception"));
        assertThat(visit().signIn(name)).endsWith("/no-access");
        allow(cafe, true);
        assertThat(visit().signIn(name)).endsWith("/conflict");

        provider.knows(name, of(hotel, "reception"));
        allow(hotel, false);
        assertThat(visit().signIn(name)).endsWith("/no-access");
        assertThat(count(
                        "select count(*) from journal where action like 'account.identities%' and subject = ?",
                        hotel.id().value()))
                .isEqualTo(2);
    }

    @Test
    void theRoleIsWhatTheProviderSaysEachTime() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        visit().signIn(name);
        provider.knows(name, role("duty", Map.of("amr", List.of("mfa"))));
        TestVisit visit = visit();
        assertThat(visit.signIn(name)).isEqualTo("/");
        assertThat(user(visit).role()).isEqualTo(Role.SUPPORT);
        assertThat(journal("account.role-changed", name)).isOne();
        provider.knows(name, role("nothing", Map.of()));
        assertThat(visit().signIn(name)).endsWith("/no-access");
    }

    @Test
    void aDisabledLoginStaysOut() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        visit().signIn(name);
        jdbc.sql("update account set enabled = false where username = ?")
                .param(name)
                .update();
        TestVisit visit = visit();
        assertThat(visit.signIn(name)).endsWith("/disabled");
        assertThat(visit.signedIn()).isNull();
    }

    @Test
    void theProvidersPeopleComeInFromTheirAddressesOnly() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        visit().signIn(name);
        TestVisit visit = visit();
        visit.from = "203.0.113.9";
        assertThat(visit.signIn(name)).endsWith("/elsewhere");
        failures.tell();
        assertThat(journal("account.sign-in-elsewhere", name)).isOne();
    }
}
