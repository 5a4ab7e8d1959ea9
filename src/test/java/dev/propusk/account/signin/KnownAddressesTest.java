package dev.propusk.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.security.LoginName;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PropuskTest
class KnownAddressesTest {
    @Autowired
    KnownAddresses addresses;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Test
    void anAddressIsForgottenHalfAYearAfterTheLastSignInFromThere() {
        PanelUser owner = contracts.user(contracts.login(contracts.open(), Role.OWNER));
        LoginName name = new LoginName(owner.getUsername());
        addresses.remember(owner.account(), "192.0.2.1");
        clock.advance(Duration.ofDays(100));
        addresses.remember(owner.account(), "192.0.2.2");
        addresses.forgetOld();
        assertThat(addresses.isKnown(name, "192.0.2.1")).isTrue();
        clock.advance(Duration.ofDays(81));
        addresses.forgetOld();

        assertThat(addresses.isKnown(name, "192.0.2.1")).isFalse();
        assertThat(addresses.isKnown(name, "192.0.2.2")).isTrue();
    }
}
