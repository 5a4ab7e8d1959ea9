package dev.propusk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.TestContracts;
import dev.propusk.account.factor.FactorDemands;
import dev.propusk.account.signin.LoginDoor;
import dev.propusk.base.Sha256;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.security.SignInDetails;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** The code from a device: asked for, set up, taken away, and what stands in for it. */
class SecondFactorTest extends SigningIn {
    @Autowired
    Contracts allContracts;

    @LocalServerPort
    int port;

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
}
