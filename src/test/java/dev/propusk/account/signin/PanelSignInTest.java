package dev.propusk.account.signin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.account.Accounts;
import dev.propusk.account.guard.FailureCounts;
import dev.propusk.base.TooMuchAtOnceException;
import dev.propusk.security.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

@PropuskTest
class PanelSignInTest {
    @Autowired
    TestContracts contracts;

    @Test
    void whatNobodyLookedAtCostsNothing(
            @Autowired Accounts accounts,
            @Autowired SignInThrottle throttle,
            @Autowired FirstStep first,
            @Autowired KnownAddresses addresses,
            @Autowired KnownDevices devices,
            @Autowired DeviceCookie cookie,
            @Autowired FailureCounts failures,
            @Autowired Admission admission) {
        PanelSignIn busy =
                new PanelSignIn(accounts, new Busy(), throttle, first, addresses, devices, cookie, failures, admission);
        String login = contracts.login(contracts.open(), Role.OPERATOR);
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> busy.authenticate(
                            UsernamePasswordAuthenticationToken.unauthenticated(login, TestContracts.PASSWORD)))
                    .isInstanceOf(AuthenticationServiceException.class)
                    .hasCauseInstanceOf(TooMuchAtOnceException.class);
        }
    }

    private static class Busy implements PasswordEncoder {
        @Override
        public String encode(@Nullable CharSequence password) {
            return "never right";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
            throw new TooMuchAtOnceException();
        }
    }
}
