package dev.propusk;

import com.vaadin.browserless.SpringBrowserlessTest;
import dev.propusk.contract.Contract;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Everybody who may come to the application, each with a session of their own. */
@PropuskTest
abstract class AsEverybody extends SpringBrowserlessTest {
    @Autowired
    TestContracts contracts;

    Map<String, @Nullable Authentication> everybody;
    Contract hotel;

    @BeforeEach
    void signEverybodyIn() {
        hotel = contracts.open();
        Contract cafe = contracts.open();
        everybody = new LinkedHashMap<>();
        everybody.put("nobody", null);
        everybody.put("OWNER", signedIn(contracts.user(contracts.login(hotel, Role.OWNER))));
        everybody.put("OPERATOR", signedIn(contracts.user(contracts.login(hotel, Role.OPERATOR))));
        everybody.put("another-OWNER", signedIn(contracts.user(contracts.login(cafe, Role.OWNER))));
        everybody.put("SUPPORT", signedIn(contracts.user(contracts.support())));
        everybody.put("ADMIN", signedIn(contracts.user(contracts.administrator())));
        everybody.put(
                "half-signed-in",
                UsernamePasswordAuthenticationToken.authenticated(
                        new HalfSignedIn(contracts.user(contracts.administratorWithFirstPassword()), false),
                        null,
                        List.of(new SimpleGrantedAuthority(HalfSignedIn.ROLE_AUTHORITY))));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    static void become(@Nullable Authentication who) {
        SecurityContextHolder.clearContext();
        if (who != null) {
            SecurityContextHolder.getContext().setAuthentication(who);
        }
    }

    static Authentication signedIn(PanelUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(user, "", user.getAuthorities());
    }
}
