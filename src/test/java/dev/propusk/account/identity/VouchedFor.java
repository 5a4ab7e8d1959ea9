package dev.propusk.account.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.propusk.account.guard.FailureCounts;
import dev.propusk.contract.Contract;
import dev.propusk.security.PanelUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;

/** People whom the provider of identities vouches for. */
abstract class VouchedFor extends ByProvider {
    @Autowired
    IdentityAdministration identities;

    @Autowired
    FailureCounts failures;

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

    String signedIn(String name) {
        return jdbc.sql("select details from journal where action = 'account.signed-in' and details like ?")
                .param("%\"" + name + "\"%")
                .query(String.class)
                .single();
    }

    static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(claims);
        more.put(name, value);
        return more;
    }

    String byPassword(String login, String password) throws Exception {
        return String.valueOf(web.perform(post("/login")
                        .param("username", login)
                        .param("password", password)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr("127.0.0.1");
                            return request;
                        }))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }
}
