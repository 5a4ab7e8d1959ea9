package dev.propusk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.account.factor.FactorDemands;
import dev.propusk.account.passkey.PasskeyTransaction;
import dev.propusk.account.passkey.TestPasskeys;
import dev.propusk.account.signin.LoginDoor;
import dev.propusk.account.signin.PanelSignIn;
import dev.propusk.account.signin.SignInSteps;
import dev.propusk.base.Sha256;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.PanelSession;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.security.SignInDetails;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PropuskTest
class AccountsTest {
    private static final String PASSWORD = "четыре слова подряд";

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    AccountAdministration administration;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccountList list;

    @Autowired
    AccountLinks links;

    @Autowired
    Accounts accounts;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    SignInSteps steps;

    @Autowired
    FactorDemands demands;

    @Autowired
    Contracts allContracts;

    @Autowired
    PanelSignIn signIn;

    @Autowired
    PasskeyTransaction passkeys;

    @Autowired
    CurrentAccounts current;

    @Autowired
    WebApplicationContext context;

    @LocalServerPort
    int port;

    private Contract hotel;
    private MockMvc web;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anInvitedLoginGetsItsPasswordByALinkThatWorksOnce() {
        String username = hotel.slug() + "-new";
        String token = token(asOwner(() -> administration.invite(hotel.id(), username, Role.OPERATOR)));
        assertThat(links.open(token)).contains(username);
        assertThatThrownBy(() -> links.use(token, "password1234")).isInstanceOf(InvalidPasswordException.class);
        links.use(token, PASSWORD);
        assertThat(links.open(token)).isEmpty();
        assertThatThrownBy(() -> links.use(token, PASSWORD)).isInstanceOf(AccountNotFoundException.class);
        assertThat(signIn(username, PASSWORD, "192.0.2.1").getAuthorities())
                .extracting(Object::toString)
                .contains("ROLE_OPERATOR");
        assertThatThrownBy(() -> asOwner(() -> administration.invite(hotel.id(), username, Role.OPERATOR)))
                .isInstanceOf(InvalidAccountException.class);
    }

    @Test
    void aLinkEndsWithItsTimeAndWithTheNextOne() {
        UUID operator = id(Role.OPERATOR);
        String first = token(asOwner(() -> administration.makeLink(hotel.id(), operator)));
        String second = token(asOwner(() -> administration.makeLink(hotel.id(), operator)));
        assertThat(links.open(first)).isEmpty();
        assertThat(links.open(second)).isPresent();
        clock.advance(Duration.ofHours(25));
        assertThat(links.open(second)).isEmpty();
        assertThat(links.open("no such link")).isEmpty();
    }

    @Test
    void aLinkThatAnEarlierVersionIssuedSetsThePasswordYet() {
        String old = "wlLt1MshDcuzs2JQv4LAdHODVaiHM6eq";
        UUID operator = id(Role.OPERATOR);
        asOwner(() -> administration.makeLink(hotel.id(), operator));
        jdbc.sql("update account_link set token_hash = unhex(?) where account_id = ?")
                .params("657390a665eae87f27647d8f0ef8b83ebaeb52b832fbed5e4244807b780431cb", operator)
                .update();
        assertThat(links.open(old)).isPresent();
        links.use(old, PASSWORD);
        assertThat(links.open(old)).isEmpty();
    }

    @Test
    void loginsOfAnotherContractAndOfTheProviderAreOutOfReach() {
        Contract cafe = contracts.open();
        UUID operator = id(Role.OPERATOR);
        for (Consumer<ContractId> event : List.<Consumer<ContractId>>of(
                of -> list.count(of, ""),
                of -> administration.makeLink(of, operator),
                of -> administration.disable(of, operator, 0),
                of -> administration.enable(of, operator, 0),
                of -> administration.removeSecondFactor(of, operator, 0),
                of -> administration.changeRole(of, operator, Role.OWNER, 0),
                of -> administration.invite(of, "somebody", Role.OPERATOR))) {
            assertThatThrownBy(() -> contracts.asOwner(cafe, () -> done(() -> event.accept(hotel.id()))))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> contracts.asOperator(hotel, () -> done(() -> event.accept(hotel.id()))))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> administration.makeLink(cafe.id(), operator)))
                .isInstanceOf(AccountNotFoundException.class);
        assertThatThrownBy(() -> asOwner(() -> administration.invite(null, "somebody", Role.ADMIN)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> asOwner(() -> administration.invite(hotel.id(), "somebody", Role.ADMIN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> asOwner(() -> done(() -> administration.disable(hotel.id(), id(Role.OWNER), 0))))
                .isInstanceOf(InvalidAccountException.class);
    }

    @Test
    void aSessionEndsWhenItsLoginIsDisabledOrGetsAnotherRoleOrPassword() throws Exception {
        for (Consumer<UUID> change : List.<Consumer<UUID>>of(
                id -> administration.changeRole(hotel.id(), id, Role.OWNER, version(id)),
                id -> administration.changeRole(hotel.id(), id, Role.OPERATOR, version(id)),
                id -> links.use(token(administration.makeLink(hotel.id(), id)), TestContracts.PASSWORD),
                id -> administration.disable(hotel.id(), id, version(id)))) {
            UUID operator = id(Role.OPERATOR);
            MockHttpSession session = session(contracts.login(hotel, Role.OPERATOR));
            assertThat(status(session)).isEqualTo(409);
            PanelUser user = contracts.user(contracts.login(hotel, Role.OPERATOR));
            assertThat(isCurrent(user)).isTrue();
            asOwner(() -> done(() -> change.accept(operator)));
            assertThat(isCurrent(user)).isFalse();
            assertThat(status(session)).isEqualTo(302);
        }
        assertThatThrownBy(() -> signIn(contracts.login(hotel, Role.OPERATOR), TestContracts.PASSWORD, "192.0.2.1"))
                .isInstanceOf(DisabledException.class);
    }

    @Test
    void guessingIsSlowedDownButDoesNotKeepThePersonOutWhereTheyUsuallyAre() {
        String login = contracts.login(hotel, Role.OWNER);
        signIn(login, TestContracts.PASSWORD, "192.0.2.7");
        for (int i = 0; i < 40; i++) {
            String stranger = "198.51.100." + i % 5;
            assertThatThrownBy(() -> signIn(login, "wrong", stranger))
                    .isInstanceOfAny(BadCredentialsException.class, LockedException.class);
        }
        assertThatThrownBy(() -> signIn(login, TestContracts.PASSWORD, "198.51.100.1"))
                .isInstanceOf(LockedException.class);
        signIn(login, TestContracts.PASSWORD, "192.0.2.7");
        clock.advance(Duration.ofMinutes(15));
        signIn(login, TestContracts.PASSWORD, "203.0.113.1");
    }

    @Test
    void withASecondFactorAPasswordAloneOpensNothingAndACodeCountsOnce() throws Exception {
        String login = contracts.login(hotel, Role.OWNER);
        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        TotpSecret secret = ownAccount.newSecret();
        assertThat(ownAccount.setSecondFactor(secret, "000000")).isEmpty();
        List<String> recovery = ownAccount.setSecondFactor(secret, code(secret));
        assertThat(recovery).hasSize(8);

        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        assertThat(principal()).isInstanceOf(HalfSignedIn.class);
        assertThat(steps.next()).isEqualTo(SignInStep.CODE);
        assertThatThrownBy(() -> list.count(hotel.id(), "")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> ownAccount.removeSecondFactor()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> ownAccount.setSecondFactor(secret, code(secret)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(steps.give(code(secret))).as("the code it was set up with").isFalse();
        clock.advance(Duration.ofSeconds(30));
        String code = code(secret);
        assertThat(steps.give(code)).isTrue();
        steps.proceed();
        assertThat(principal()).isInstanceOf(PanelUser.class);
        assertThat(list.count(hotel.id(), "")).isEqualTo(2);

        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        assertThat(steps.give(code)).isFalse();
        assertThat(steps.give(recovery.getFirst())).isTrue();
        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        assertThat(steps.give(recovery.getFirst())).isFalse();
        for (int i = 0; i < 4; i++) {
            assertThat(steps.give("111111")).isFalse();
        }
        assertThatThrownBy(() -> steps.give(code(secret))).isInstanceOf(TooManyTriesException.class);
        clock.advance(Duration.ofMinutes(30));
        assertThat(steps.give(code(secret))).isTrue();
    }

    @Test
    void aFirstPasswordHasToBeChangedBeforeAnythingElse() {
        String login = "first-" + hotel.slug();
        ActingAs.administrator(() -> accounts.createWithFirstPassword(null, login, PASSWORD, Role.ADMIN));
        become(signIn(login, PASSWORD, "192.0.2.1"));
        assertThat(steps.next()).isEqualTo(SignInStep.PASSWORD);
        assertThatThrownBy(() -> list.count(null, "")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> ownAccount.changePassword("wrong", "another " + PASSWORD))
                .isInstanceOf(InvalidPasswordException.class);
        ownAccount.changePassword(PASSWORD, "another " + PASSWORD);
        steps.proceed();
        assertThat(list.count(null, "")).isPositive();
        assertThat(isCurrent((PanelUser) principal())).isTrue();
    }

    @Test
    void whereItIsRequiredTheProvidersStaffHaveToSetASecondFactorUp() {
        FactorDemands strict = new FactorDemands(
                new AccountSettings(true, Set.of(Role.SUPPORT, Role.ADMIN)), allContracts, jdbc, told -> {}, clock);
        assertThat(strict.isRequired(Role.SUPPORT, null)).isTrue();
        assertThat(strict.isRequired(Role.ADMIN, null)).isTrue();
        assertThat(strict.isRequired(Role.OWNER, hotel.id())).isFalse();
    }

    @Test
    void anOwnerAsksEverybodyOfTheContractForASecondFactorAndNobodyElse() {
        Contract cafe = contracts.open();
        asOwner(() -> done(() -> demands.demand(hotel.id(), true)));
        for (Role role : List.of(Role.OWNER, Role.OPERATOR)) {
            become(signIn(contracts.login(hotel, role), TestContracts.PASSWORD, "192.0.2.1"));
            assertThat(steps.next()).isEqualTo(SignInStep.ENROLMENT);
            assertThatThrownBy(() -> list.count(hotel.id(), "")).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(signIn(contracts.login(cafe, Role.OWNER), TestContracts.PASSWORD, "192.0.2.1")
                        .getPrincipal())
                .isInstanceOf(PanelUser.class);
        asOwner(() -> done(() -> demands.demand(hotel.id(), false)));
        assertThat(signIn(contracts.login(hotel, Role.OWNER), TestContracts.PASSWORD, "192.0.2.1")
                        .getPrincipal())
                .isInstanceOf(PanelUser.class);
    }

    @Test
    void aSecondFactorThatWasJustSetUpIsNotAskedForInTheSameSession() throws Exception {
        asOwner(() -> done(() -> demands.demand(hotel.id(), true)));
        String login = contracts.login(hotel, Role.OPERATOR);
        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        TotpSecret secret = ownAccount.newSecret();
        assertThat(ownAccount.setSecondFactor(secret, code(secret))).hasSize(8);
        steps.enrolled();
        assertThat(steps.next()).isEqualTo(SignInStep.NONE);
        steps.proceed();
        assertThat(principal()).isInstanceOf(PanelUser.class);
        assertThat(isCurrent((PanelUser) principal())).isTrue();
    }

    @Test
    void whoStillOwesAPasskeyChangesNothingThatItIsToProtect() throws Exception {
        String login = contracts.login(hotel, Role.OPERATOR);
        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        TotpSecret secret = ownAccount.newSecret();
        asOwner(() -> done(() -> demands.demand(hotel.id(), true)));
        passkeys.add(TestPasskeys.of(contracts.user(login).account(), clock.instant()));
        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        assertThat(steps.next()).isEqualTo(SignInStep.CODE);
        assertThat(steps.takesCode()).isFalse();
        assertThatThrownBy(() -> ownAccount.setSecondFactor(secret, code(secret)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> ownAccount.changePassword(TestContracts.PASSWORD, PASSWORD))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void settingUpOrRemovingASecondFactorEndsTheOtherSessions() throws Exception {
        String login = contracts.login(hotel, Role.OWNER);
        PanelUser elsewhere = contracts.user(login);
        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        TotpSecret secret = ownAccount.newSecret();
        ownAccount.setSecondFactor(secret, code(secret));
        assertThat(isCurrent(elsewhere)).isFalse();
        steps.enrolled();
        PanelUser here = (PanelUser) principal();
        assertThat(isCurrent(here)).isTrue();
        ownAccount.removeSecondFactor();
        assertThat(isCurrent(here)).isFalse();
        steps.proceed();
        assertThat(isCurrent((PanelUser) principal())).isTrue();
    }

    @Test
    void whoHasThePasswordKeepsNobodyFromGivingTheCodeOnADeviceOfTheirs() throws Exception {
        String login = contracts.login(hotel, Role.OWNER);
        String cookie = new LoginDoor(port)
                .signIn("198.19.7.1", login, TestContracts.PASSWORD)
                .cookie("propusk-device")
                .orElseThrow();
        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        TotpSecret secret = ownAccount.newSecret();
        ownAccount.setSecondFactor(secret, code(secret));
        clock.advance(Duration.ofMinutes(1));

        become(signIn(login, TestContracts.PASSWORD, "192.0.2.66"));
        for (int i = 0; i < 5; i++) {
            assertThat(steps.give("111111")).isFalse();
        }
        assertThatThrownBy(() -> steps.give(code(secret))).isInstanceOf(TooManyTriesException.class);

        UsernamePasswordAuthenticationToken owner =
                UsernamePasswordAuthenticationToken.unauthenticated(login, TestContracts.PASSWORD);
        owner.setDetails(new SignInDetails("192.0.2.66", cookie.substring(cookie.indexOf('=') + 1), clock.instant()));
        become(signIn.authenticate(owner));
        assertThat(steps.give(code(secret))).isTrue();
    }

    @Test
    void aRecoveryCodeThatAnEarlierReleaseHashedWorksYetAndNewOnesAreNoPlainHashes() throws Exception {
        String login = contracts.login(hotel, Role.OWNER);
        UUID owner = id(Role.OWNER);
        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        TotpSecret secret = ownAccount.newSecret();
        List<String> recovery = ownAccount.setSecondFactor(secret, code(secret));
        List<byte[]> stored = jdbc.sql("select code_hash from account_recovery_code where account_id = ?")
                .param(owner)
                .query(byte[].class)
                .list();
        assertThat(recovery).allSatisfy(code -> assertThat(stored).doesNotContain(Sha256.of(code.replace("-", ""))));
        jdbc.sql("insert into account_recovery_code (account_id, code_hash) values (?, ?)")
                .params(owner, Sha256.of("ABCDEFGHJK"))
                .update();
        for (String code : List.of("abcde-fghjk", recovery.getFirst())) {
            become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
            assertThat(steps.give(code)).isTrue();
        }
    }

    @Test
    void theCurrentPasswordCanNotBeGuessedAtInASession() {
        become(signIn(contracts.login(hotel, Role.OWNER), TestContracts.PASSWORD, "192.0.2.1"));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> ownAccount.changePassword("wrong", PASSWORD))
                    .isInstanceOf(InvalidPasswordException.class);
        }
        assertThatThrownBy(() -> ownAccount.changePassword(TestContracts.PASSWORD, PASSWORD))
                .isInstanceOf(TooManyTriesException.class);
        clock.advance(Duration.ofMinutes(3));
        ownAccount.changePassword(TestContracts.PASSWORD, PASSWORD);
    }

    @Test
    void aLinkDiesWhenThePasswordChanges() {
        String login = contracts.login(hotel, Role.OPERATOR);
        String link = token(asOwner(() -> administration.makeLink(hotel.id(), id(Role.OPERATOR))));
        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        ownAccount.changePassword(TestContracts.PASSWORD, PASSWORD);
        assertThat(links.open(link)).isEmpty();
        assertThatThrownBy(() -> links.use(link, PASSWORD + " 2")).isInstanceOf(AccountNotFoundException.class);
    }

    @Test
    void aLongPasswordCountsToItsLastLetterAndShortOnesStayAsTheyWere() {
        String login = contracts.login(hotel, Role.OPERATOR);
        String longer = "Шестьдесят четыре знака и больше на любом языке: 鍵 und noch etwas, gut";
        assertThat(longer.codePointCount(0, longer.length())).isGreaterThan(64);
        become(signIn(login, TestContracts.PASSWORD, "192.0.2.1"));
        ownAccount.changePassword(TestContracts.PASSWORD, longer);
        assertThat(signIn(login, longer, "192.0.2.1").isAuthenticated()).isTrue();
        assertThatThrownBy(() -> signIn(login, longer.substring(0, longer.length() - 1), "192.0.2.1"))
                .isInstanceOf(BadCredentialsException.class);
        assertThat(jdbc.sql("select password_hash from account where username = ?")
                        .param(contracts.login(hotel, Role.OWNER))
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}");
        assertThatThrownBy(() -> signIn(contracts.login(hotel, Role.OWNER), "x".repeat(100), "192.0.2.1"))
                .isInstanceOf(BadCredentialsException.class);
    }

    private boolean isCurrent(PanelUser user) {
        PanelSession session = new PanelSession(user, null, true, null);
        return current.current(List.of(session)).test(session);
    }

    private <T> T asOwner(Supplier<T> event) {
        return contracts.asOwner(hotel, event);
    }

    private static boolean done(Runnable event) {
        event.run();
        return true;
    }

    private UUID id(Role role) {
        return contracts.user(contracts.login(hotel, role)).account();
    }

    private int version(UUID account) {
        return list.page(hotel.id(), "", Span.first(new Sorting<>(AccountColumn.USERNAME, false), 50)).stream()
                .map(AccountList.Listed::login)
                .filter(login -> login.id().equals(account))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private static String token(URI link) {
        return link.getPath().substring("/welcome/".length());
    }

    private Authentication signIn(String username, String password, String address) {
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(username, password);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        return signIn.authenticate(attempt);
    }

    private static void become(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    private static Object principal() {
        return SecurityContextHolder.getContext().getAuthentication().getPrincipal();
    }

    private String code(TotpSecret secret) throws Exception {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(secret.bytes(), "HmacSHA1"), clock.instant());
    }

    private MockHttpSession session(String login) throws Exception {
        return (MockHttpSession) web.perform(formLogin("/login").user(login).password(TestContracts.PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
    }

    private int status(MockHttpSession session) throws Exception {
        return web.perform(get("/sheet.pdf").session(session))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
