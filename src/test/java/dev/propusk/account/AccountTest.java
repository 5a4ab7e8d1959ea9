package dev.propusk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Logins: whose they are, what ends their sessions, and what they have to do before they are signed in. */
class AccountTest {
    private static final Set<Role> STAFF = Set.of(Role.SUPPORT, Role.ADMIN);
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final ContractId HOTEL = ContractId.next();
    private static final byte[] SECRET = {1, 2, 3};

    private final UUID id = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(Role.class)
    void aLoginBelongsToOneContractOrToTheProvider(Role role) {
        boolean ofContract = role == Role.OWNER || role == Role.OPERATOR;
        assertThat(role.isOfContract()).isEqualTo(ofContract);
        assertThat(account(role).contract()).isEqualTo(ofContract ? HOTEL : null);
        assertThatIllegalArgumentException().isThrownBy(() -> account(role, ofContract ? null : HOTEL));
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, OWNER, true", "OWNER, OPERATOR, true", "OWNER, SUPPORT, false", "OWNER, ADMIN, false",
        "OPERATOR, OWNER, true", "OPERATOR, OPERATOR, true", "OPERATOR, SUPPORT, false", "OPERATOR, ADMIN, false",
        "SUPPORT, OWNER, false", "SUPPORT, OPERATOR, false", "SUPPORT, SUPPORT, true", "SUPPORT, ADMIN, true",
        "ADMIN, OWNER, false", "ADMIN, OPERATOR, false", "ADMIN, SUPPORT, true", "ADMIN, ADMIN, true"
    })
    void noRoleLeadsFromAContractToTheProviderOrBack(Role from, Role to, boolean allowed) {
        Account account = account(from);
        if (allowed) {
            account.changeRole(to);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> account.changeRole(to));
        }
        assertThat(account.toLogin().role()).isEqualTo(allowed ? to : from);
        assertThat(account.toPanelUser().role()).isEqualTo(allowed ? to : from);
    }

    @Test
    void aFreshLoginIsEnabledAndIsKnownByWhatItWasMadeWith() {
        Account account = account(Role.OPERATOR);
        assertThat(account.id()).isEqualTo(id);
        assertThat(account.username()).isEqualTo("hotel-desk");
        assertThat(account.passwordHash()).isEqualTo("hash");
        assertThat(account.role()).isEqualTo(Role.OPERATOR);
        assertThat(account.isEnabled()).isTrue();
        assertThat(account.toLogin())
                .isEqualTo(new Login(id, HOTEL, "hotel-desk", Role.OPERATOR, true, false, false, NOW, 0));
        PanelUser user = account.toPanelUser();
        assertThat(user.account()).isEqualTo(id);
        assertThat(user.contract()).contains(HOTEL);
        assertThat(user.getUsername()).isEqualTo("hotel-desk");
        assertThat(user.getPassword()).isEqualTo("hash");
        assertThat(user.getAuthorities()).extracting("authority").containsExactly("ROLE_OPERATOR");
        assertThat(user.isEnabled()).isTrue();
    }

    @Test
    void anotherPasswordRoleOrSecondFactorAndBeingDisabledEndAllItsSessions() {
        assertThat(endsSessions(account -> account.setPassword("other"))).isTrue();
        assertThat(endsSessions(account -> account.changeRole(Role.OWNER))).isTrue();
        assertThat(endsSessions(Account::disable)).isTrue();
        assertThat(endsSessions(Account::enable)).isFalse();
        assertThat(endsSessions(Account::invite)).isFalse();
        assertThat(endsSessions(Account::demandNewPassword)).isFalse();
        assertThat(endsSessions(account -> account.setSecondFactor(SECRET))).isTrue();
        assertThat(endsSessions(Account::changeFactor)).isTrue();
    }

    private boolean endsSessions(Consumer<Account> verb) {
        Account account = account(Role.OPERATOR);
        int before = account.toPanelUser().epoch();
        verb.accept(account);
        return account.toPanelUser().epoch() > before;
    }

    @Test
    void aLoginIsDisabledAndEnabledAgain() {
        Account account = account(Role.OPERATOR);
        account.disable();
        assertThat(account.isEnabled()).isFalse();
        assertThat(account.toLogin().state()).isEqualTo(Login.State.DISABLED);
        assertThat(account.toLogin().enabled()).isFalse();
        assertThat(account.toPanelUser().isEnabled()).isFalse();
        account.enable();
        assertThat(account.toPanelUser().isEnabled()).isTrue();
    }

    @Test
    void anInvitationLastsUntilAPasswordIsSet() {
        Account account = account(Role.OWNER);
        account.invite();
        assertThat(account.toLogin().invited()).isTrue();
        assertThat(account.toLogin().state()).isEqualTo(Login.State.INVITED);
        account.setPassword("own");
        assertThat(account.toLogin().invited()).isFalse();
        assertThat(account.toLogin().state()).isEqualTo(Login.State.ENABLED);
        assertThat(account.passwordHash()).isEqualTo("own");
    }

    @ParameterizedTest
    @CsvSource({
        // factor, code given, first password, factor required
        "false, false, false, false, NONE",
        "false, false, false, true, ENROLMENT",
        "false, false, true, false, PASSWORD",
        "false, false, true, true, PASSWORD",
        "false, true, false, false, NONE",
        "false, true, false, true, NONE",
        "false, true, true, false, PASSWORD",
        "false, true, true, true, PASSWORD",
        "true, false, false, false, CODE",
        "true, false, false, true, CODE",
        "true, false, true, false, CODE",
        "true, false, true, true, CODE",
        "true, true, false, false, NONE",
        "true, true, false, true, NONE",
        "true, true, true, false, PASSWORD",
        "true, true, true, true, PASSWORD"
    })
    void aRightPasswordIsFollowedByACodeThenAPasswordOfOnesOwnThenASecondFactor(
            boolean factor, boolean codeGiven, boolean firstPassword, boolean required, SignInStep next) {
        Account account = account(Role.ADMIN);
        account.setSecondFactor(factor ? SECRET : null);
        if (firstPassword) {
            account.demandNewPassword();
        }
        assertThat(account.nextStep(codeGiven, required, false)).isEqualTo(next);
        assertThat(account.toLogin().secondFactor()).isEqualTo(factor);
        assertThat(account.totpSecret()).isEqualTo(factor ? SECRET : null);
    }

    @ParameterizedTest
    @CsvSource({
        // factor, code or passkey given, factor required
        "false, false, false, NONE",
        "false, false, true, CODE",
        "false, true, false, NONE",
        "false, true, true, NONE",
        "true, false, false, CODE",
        "true, false, true, CODE",
        "true, true, true, NONE"
    })
    void aPasskeyIsASecondFactorWhereOneIsRequired(boolean factor, boolean given, boolean required, SignInStep next) {
        Account account = account(Role.ADMIN);
        account.setSecondFactor(factor ? SECRET : null);
        assertThat(account.nextStep(given, required, true)).isEqualTo(next);
    }

    @Test
    void aPasswordOfOnesOwnIsAskedForOnce() {
        Account account = account(Role.ADMIN);
        account.demandNewPassword();
        account.setPassword("own");
        assertThat(account.nextStep(false, false, false)).isEqualTo(SignInStep.NONE);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aSecondFactorIsRequiredOfTheRolesThatAreSetByDefaultTheProvidersUnlessThatIsSwitchedOff(Role role) {
        assertThat(new AccountSettings(true, STAFF).requiresSecondFactor(role)).isEqualTo(!role.isOfContract());
        assertThat(new AccountSettings(false, STAFF).requiresSecondFactor(role)).isFalse();
        assertThat(new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("propusk", AccountSettings.class)
                        .requiresSecondFactor(role))
                .isEqualTo(!role.isOfContract());
    }

    private Account account(Role role) {
        return account(role, role.isOfContract() ? HOTEL : null);
    }

    private Account account(Role role, @Nullable ContractId contract) {
        return new Account(id, contract, "hotel-desk", "hash", role, NOW);
    }
}
