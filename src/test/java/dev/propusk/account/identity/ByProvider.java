package dev.propusk.account.identity;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.security.ActingAs;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application with a provider of identities that is set up as an operator would. */
@PropuskTest
abstract class ByProvider {
    /** What the tests' public URL says. */
    static final String HERE = "http://localhost:8080";

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityContracts allowed;

    final TestProvider provider = TestProvider.RUNNING;

    @DynamicPropertySource
    static void setUp(DynamicPropertyRegistry settings) {
        settings.add("propusk.oidc.issuer", TestProvider.RUNNING::issuer);
        settings.add("propusk.oidc.client-id", () -> TestProvider.CLIENT);
        settings.add("propusk.oidc.client-secret", () -> TestProvider.SECRET);
        settings.add("propusk.oidc.roles-claim", () -> "realm_access.roles");
        settings.add("propusk.oidc.roles.admin", () -> "wifi-admins");
        settings.add("propusk.oidc.roles.support", () -> "wifi-support,duty");
        settings.add("propusk.oidc.roles.owner", () -> "hotel-owner");
        settings.add("propusk.oidc.roles.operator", () -> "reception");
        settings.add("propusk.oidc.only", () -> "ADMIN,SUPPORT");
        settings.add("propusk.second-factor-required", () -> "true");
        settings.add("propusk.staff-addresses", () -> "127.0.0.0/8");
    }

    @BeforeEach
    void mend() {
        provider.mend(clock);
    }

    /** A name that nobody has had. */
    static String somebody() {
        return "p" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36);
    }

    void allow(Contract hotel, boolean isAllowed) {
        ActingAs.administrator(() -> allowed.allow(hotel.id(), isAllowed));
    }

    int journal(String action, String username) {
        return jdbc.sql("select count(*) from journal where action = ? and details like ?")
                .params(action, "%\"" + username + "\"%")
                .query(Integer.class)
                .single();
    }
}
