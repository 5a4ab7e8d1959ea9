package dev.propusk.account;

import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A login. */
@Entity
public class Account {
    @Id
    private UUID id;

    @Embedded
    private @Nullable ContractId contract;

    private String username;
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;

    private boolean enabled;
    private boolean invited;
    private boolean mustChangePassword;
    private int epoch;
    private byte @Nullable [] totpSecret;
    private @Nullable Instant localUntil;
    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    public Account(
            UUID id, @Nullable ContractId contract, String username, String passwordHash, Role role, Instant now) {
        if (role.isOfContract() != (contract != null)) {
            throw new IllegalArgumentException(role + " with contract " + contract);
        }
        this.id = id;
        this.contract = contract;
        this.username = username;
        this.passwordHash = passwordHash;
        this.role = role;
        this.enabled = true;
        this.createdAt = now;
    }

    /** Nobody knows its password yet: it is set by a one-time link. */
    void invite() {
        invited = true;
    }

    /** Whoever signs in next has to set a password of their own. */
    void demandNewPassword() {
        mustChangePassword = true;
    }

    /** Ends all sessions of this login. */
    void setPassword(String hash) {
        passwordHash = hash;
        invited = false;
        mustChangePassword = false;
        epoch++;
    }

    public void changeRole(Role next) {
        if (next.isOfContract() != role.isOfContract()) {
            throw new IllegalArgumentException(role + " to " + next);
        }
        role = next;
        epoch++;
    }

    void disable() {
        enabled = false;
        epoch++;
    }

    void enable() {
        enabled = true;
    }

    /**
     * What whoever gave its password has to do before they are signed in.
     *
     * @param codeGiven whether a right code of the second factor was given, or a passkey, or a second factor to who vouches
     * @param factorRequired whether nobody of this role may be without a second factor
     * @param hasPasskey whether the login has a passkey, which may be one
     */
    public SignInStep nextStep(boolean codeGiven, boolean factorRequired, boolean hasPasskey) {
        if (!codeGiven && (totpSecret != null || (factorRequired && hasPasskey))) {
            return SignInStep.CODE;
        }
        if (mustChangePassword) {
            return SignInStep.PASSWORD;
        }
        boolean hasFactor = totpSecret != null || hasPasskey;
        return !hasFactor && !codeGiven && factorRequired ? SignInStep.ENROLMENT : SignInStep.NONE;
    }

    /** Ends all sessions of this login. */
    void setSecondFactor(byte @Nullable [] encryptedSecret) {
        totpSecret = encryptedSecret;
        epoch++;
    }

    /**
     * A provider of identities vouches for its person: a password that others may have seen is void. Ends all sessions of
     * this login.
     *
     * @param unknown the hash of a password that nobody knows
     */
    public void vouchFor(String unknown) {
        if (invited || mustChangePassword) {
            passwordHash = unknown;
            invited = false;
            mustChangePassword = false;
        }
        epoch++;
    }

    /** Until then a password lets it in where only a provider of identities would. */
    void letInLocally(Instant until) {
        localUntil = until;
    }

    public boolean isLetInLocally(Instant now) {
        return localUntil != null && now.isBefore(localUntil);
    }

    /** A passkey or an identity came or went: ends all sessions of this login. */
    public void changeFactor() {
        epoch++;
    }

    public byte @Nullable [] totpSecret() {
        return totpSecret;
    }

    public UUID id() {
        return id;
    }

    public @Nullable ContractId contract() {
        return contract;
    }

    public String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    public Role role() {
        return role;
    }

    public boolean isEnabled() {
        return enabled;
    }

    int version() {
        return version == null ? 0 : version;
    }

    public PanelUser toPanelUser() {
        return new PanelUser(id, username, passwordHash, role, contract, enabled, epoch);
    }

    Login toLogin() {
        return new Login(id, contract, username, role, enabled, invited, totpSecret != null, createdAt, version());
    }
}
