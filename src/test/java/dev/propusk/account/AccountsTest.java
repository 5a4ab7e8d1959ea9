package dev.propusk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.propusk.TestContracts;
import dev.propusk.account.passkey.PasskeyTransaction;
import dev.propusk.account.passkey.TestPasskeys;
import dev.propusk.contract.Contract;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;

class AccountsTest extends SigningIn {
    @Autowired
    AccountAdministration administration;

    @Autowired
    AccountLinks links;

    @Autowired
    Accounts accounts;

    @Autowired
    PasskeyTransaction passkeys;

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

    private int status(MockHttpSession session) throws Exception {
        return web.perform(get("/sheet.pdf").session(session))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
