package dev.propusk.account.identity;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestWeb;
import dev.propusk.contract.Contract;
import dev.propusk.security.ActingAs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** The application with a provider of identities that is set up as an operator would. */
@PropuskTest
abstract class ByProvider {
    /** An administrator who has given a second factor there. */
    static final Map<String, Object> ADMIN = role("wifi-admins", Map.of("amr", List.of("pwd", "mfa")));
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

    @Autowired
    IdentityRequests requests;

    MockMvc web;

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
    void mend(@Autowired WebApplicationContext context) {
        provider.mend(clock);
        web = TestWeb.of(context);
    }

    TestVisit visit() {
        return new TestVisit(web, requests);
    }

    /** What the provider says of somebody with this role there. */
    static Map<String, Object> role(String word, Map<String, Object> more) {
        Map<String, Object> claims = new LinkedHashMap<>(more);
        claims.put("realm_access", Map.of("roles", List.of("offline_access", word)));
        return claims;
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
