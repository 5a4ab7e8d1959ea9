package dev.propusk.account.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.propusk.TestContracts;
import dev.propusk.account.Accounts;
import dev.propusk.account.guard.FailureCounts;
import dev.propusk.contract.Contract;
import dev.propusk.security.ActingAs;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.security.SignInDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who comes in when the provider of identities vouches for them, as what, and what is left of it. */
class IdentitySignInTest extends ByProvider {
    private static final Map<String, Object> ADMIN = role("wifi-admins", Map.of("amr", List.of("pwd", "mfa")));

    @Autowired
    WebApplicationContext context;

    @Autowired
    IdentityRequests requests;

    @Autowired
    IdentityAdministration identities;

    @Autowired
    Accounts accounts;

    @Autowired
    FailureCounts failures;

    private MockMvc web;

    @BeforeEach
    void openTheDoor() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private TestVisit visit() {
        return new TestVisit(web, requests);
    }

    static Map<String, Object> role(String word, Map<String, Object> more) {
        Map<String, Object> claims = new java.util.LinkedHashMap<>(more);
        claims.put("realm_access", Map.of("roles", List.of("offline_access", word)));
        return claims;
    }

    private static Map<String, Object> of(Contract hotel, String word) {
        return role(word, Map.of("contract", hotel.number()));
    }

    private static PanelUser user(TestVisit visit) {
        return (PanelUser)
                Objects.requireNonNull(Objects.requireNonNull(visit.signedIn()).getPrincipal());
    }

    private int count(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Integer.class).single();
    }

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
        String answer = visit.answered(visit.begin(null), name).toString();
        TestVisit another = visit();
        another.begin(null);
        assertThat(another.comesBack(java.net.URI.create(answer))).endsWith("/begin-again");
        assertThat(visit.comesBack(java.net.URI.create(answer))).isEqualTo("/");
        assertThat(visit.comesBack(java.net.URI.create(answer))).endsWith("/begin-again");
        assertThat(another.signedIn()).isNull();
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
    void aLoginIsKnownByItsNameOnceAndByTheSubjectFromThenOn() throws Exception {
        Contract hotel = contracts.open();
        allow(hotel, true);
        String login = contracts.login(hotel, Role.OWNER);
        provider.knows(login, of(hotel, "hotel-owner"));
        TestVisit visit = visit();
        assertThat(visit.signIn(login)).isEqualTo("/");
        assertThat(user(visit).account()).isEqualTo(contracts.user(login).account());
        assertThat(journal("account.identity-linked", login)).isOne();

        // renamed over there
        String renamed = somebody();
        provider.knows(renamed, with(of(hotel, "hotel-owner"), "sub", "subject-of-" + login));
        TestVisit again = visit();
        assertThat(again.signIn(renamed)).isEqualTo("/");
        assertThat(user(again).getUsername()).isEqualTo(login);

        // somebody else with the name
        String other = somebody();
        provider.knows(other, with(of(hotel, "hotel-owner"), "preferred_username", login));
        assertThat(visit().signIn(other)).endsWith("/conflict");

        ActingAs.administrator(() -> {
            assertThat(identities.isLinked(hotel.id(), user(again).account())).isTrue();
            identities.unlink(hotel.id(), user(again).account());
        });
        assertThat(journal("account.identity-unlinked", login)).isOne();
        assertThat(visit().signIn(other)).isEqualTo("/");
    }

    @Test
    void aLoginOfAnotherRoleOrContractIsNobodysByItsNameAlone() throws Exception {
        Contract hotel = contracts.open();
        Contract cafe = contracts.open();
        allow(hotel, true);
        allow(cafe, true);
        String owner = contracts.login(hotel, Role.OWNER);
        for (Map<String, Object> claims : List.of(of(hotel, "reception"), of(cafe, "hotel-owner"), ADMIN)) {
            provider.knows(owner, claims);
            assertThat(visit().signIn(owner)).as(claims.toString()).endsWith("/conflict");
        }
        assertThat(journal("account.identity-linked", owner)).isZero();
    }

    @Test
    void whatTheDatabaseOnlyTakesForTheSameNameIsNobodysLogin() throws Exception {
        String name = somebody() + "e";
        String stored = contracts.administrator();
        jdbc.sql("update account set username = ? where username = ?")
                .params(name.replaceFirst("e$", "é"), stored)
                .update();
        provider.knows(name, ADMIN);
        assertThat(visit().signIn(name)).endsWith("/conflict");
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
        assertThat(details(visit).proven()).isEqualTo(now);
        assertThat(journal("account.signed-in", name)).isOne();

        clock.advance(Duration.ofHours(1));
        provider.spoils(claims -> claims.claim("auth_time", now.getEpochSecond()));
        assertThat(visit.comesBack(visit.answered(visit.begin("accounts"), name)))
                .endsWith("/not-proven");

        provider.mend(clock);
        String other = somebody();
        provider.knows(other, ADMIN);
        assertThat(visit.comesBack(visit.answered(visit.begin("accounts"), other)))
                .endsWith("/not-proven");
        assertThat(details(visit).proven()).isEqualTo(now);
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

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> more = new java.util.LinkedHashMap<>(claims);
        more.put(name, value);
        return more;
    }

    private String byPassword(String login, String password) throws Exception {
        return String.valueOf(web.perform(post("/login")
                        .param("username", login)
                        .param("password", password)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr("127.0.0.1");
                            return request;
                        }))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private static SignInDetails details(TestVisit visit) {
        Object details = Objects.requireNonNull(visit.signedIn()).getDetails();
        return (SignInDetails) Objects.requireNonNull(details);
    }
}
