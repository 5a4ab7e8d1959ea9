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
import dev.propusk.account.signin.PanelSignIn;
import dev.propusk.account.signin.SignInSteps;
import dev.propusk.account.signin.SignedInSession;
import dev.propusk.contract.Contract;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
    AccountRepository repository;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    SignInSteps steps;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    AccountJournal journal;

    @Autowired
    PanelSignIn signIn;

    @Autowired
    CurrentAccounts current;

    @Autowired
    WebApplicationContext context;

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
        clock.advance(Duration.ofMinutes(1));
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
        for (int i = 0; i < 2; i++) {
            assertThat(steps.give("111111")).isFalse();
        }
        assertThatThrownBy(() -> steps.give(code(secret))).isInstanceOf(TooManyTriesException.class);
        clock.advance(Duration.ofMinutes(16));
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
        SignInSteps strict = new SignInSteps(
                repository, new AccountSettings(true), secondFactor, journal, new SignedInSession(), told -> {});
        assertThat(strict.next(new HalfSignedIn(contracts.user(contracts.support()), false)))
                .isEqualTo(SignInStep.ENROLMENT);
        assertThat(strict.next(new HalfSignedIn(contracts.user(contracts.login(hotel, Role.OWNER)), false)))
                .isEqualTo(SignInStep.NONE);
    }

    private boolean isCurrent(PanelUser user) {
        return current.current(List.of(user)).test(user);
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
