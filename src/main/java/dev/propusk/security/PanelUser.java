package dev.propusk.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who is signed in to the panel: one login, and its contract unless it is the provider's. */
public final class PanelUser implements UserDetails, CredentialsContainer, Acting {
    private static final long serialVersionUID = 1;

    private final UUID account;
    private final String username;
    private final Role role;
    private final @Nullable ContractId contract;
    private final boolean enabled;
    private final int epoch;
    private @Nullable String passwordHash;

    public PanelUser(
            UUID account,
            String username,
            String passwordHash,
            Role role,
            @Nullable ContractId contract,
            boolean enabled,
            int epoch) {
        this.account = account;
        this.username = username;
        this.passwordHash = passwordHash;
        this.role = role;
        this.contract = contract;
        this.enabled = enabled;
        this.epoch = epoch;
    }

    /** The login behind a principal, whether it is wholly signed in or half. */
    public static Optional<PanelUser> of(@Nullable Object principal) {
        return switch (principal) {
            case PanelUser user -> Optional.of(user);
            case HalfSignedIn half -> Optional.of(half.user());
            case null, default -> Optional.empty();
        };
    }

    public UUID account() {
        return account;
    }

    /** Grows with each change that ends the login's sessions. */
    public int epoch() {
        return epoch;
    }

    public Role role() {
        return role;
    }

    public Optional<ContractId> contract() {
        return Optional.ofNullable(contract);
    }

    @Override
    public Actor.Kind kind() {
        return Actor.Kind.LOGIN;
    }

    @Override
    public String actorName() {
        return username;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(role.authority()));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PanelUser that && account.equals(that.account);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }

    @Override
    public String toString() {
        return username + " (" + role + ")";
    }
}
