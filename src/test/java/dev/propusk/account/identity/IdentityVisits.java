package dev.propusk.account.identity;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.propusk.account.guard.FailureCounts;
import dev.propusk.contract.Contract;
import dev.propusk.security.PanelUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Visits of browsers that sign in by the provider of identities. */
abstract class IdentityVisits extends ByProvider {
    static final Map<String, Object> ADMIN = role("wifi-admins", Map.of("amr", List.of("pwd", "mfa")));

    @Autowired
    WebApplicationContext context;

    @Autowired
    IdentityRequests requests;

    @Autowired
    FailureCounts failures;

    MockMvc web;

    @BeforeEach
    void openTheDoor() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    TestVisit visit() {
        return new TestVisit(web, requests);
    }

    static Map<String, Object> role(String word, Map<String, Object> more) {
        Map<String, Object> claims = new java.util.LinkedHashMap<>(more);
        claims.put("realm_access", Map.of("roles", List.of("offline_access", word)));
        return claims;
    }

    static Map<String, Object> of(Contract hotel, String word) {
        return role(word, Map.of("contract", hotel.number()));
    }

    static PanelUser user(TestVisit visit) {
        return (PanelUser)
                Objects.requireNonNull(Objects.requireNonNull(visit.signedIn()).getPrincipal());
    }

    int count(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Integer.class).single();
    }
}
