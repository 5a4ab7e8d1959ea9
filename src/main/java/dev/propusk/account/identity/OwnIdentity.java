package dev.propusk.account.identity;

import dev.propusk.security.PanelUser;
import dev.propusk.security.SignInDetails;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** By what whoever is signed in can prove once more who they are. */
@Service
@PreAuthorize("isAuthenticated()")
public class OwnIdentity {
    private final IdentitySettings settings;
    private final IdentityTable table;

    OwnIdentity(IdentitySettings settings, IdentityTable table) {
        this.settings = settings;
        this.table = table;
    }

    /** Whether the provider of identities vouches for them. */
    public boolean isLinked() {
        Authentication here = SecurityContextHolder.getContext().getAuthentication();
        return settings.isOn()
                && PanelUser.of(here == null ? null : here.getPrincipal())
                        .filter(user -> table.hasAny(
                                user.account(),
                                Objects.requireNonNull(settings.issuer()).toString()))
                        .isPresent();
    }

    /** Whether this session began by it: a password may be one that nobody knows. */
    public boolean isHowTheyCame() {
        return SignInDetails.current().flatMap(SignInDetails::idToken).isPresent();
    }

    /** What the button says; empty: a sentence of ours. */
    public Optional<String> label() {
        return Optional.ofNullable(settings.label());
    }
}
