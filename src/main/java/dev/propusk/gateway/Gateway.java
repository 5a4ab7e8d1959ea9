package dev.propusk.gateway;

import dev.propusk.base.AddressList;
import dev.propusk.gateway.kind.DevicePlace;
import dev.propusk.gateway.kind.Meanings;
import dev.propusk.gateway.kind.OwnMeanings;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.gateway.origin.StoredOrigin;
import dev.propusk.security.ContractId;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The equipment that lets devices into a contract's network. */
@Entity
public class Gateway {
    @EmbeddedId
    private GatewayId id;

    @Embedded
    private ContractId contract;

    private String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private GatewayKind kind;

    /** Where a node of the release before knows no such kind. */
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable GatewayKind newerKind;

    private @Nullable Boolean refusedIsHere;
    private @Nullable Boolean putsOffStrangers;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable DevicePlace devicePlace;

    /** Null where it has nothing of it: an embedded one of nothing but nulls is read as none. */
    @Embedded
    private @Nullable StoredOrigin origin;

    private int disconnectPort;
    private byte @Nullable [] radiusSecret;
    private byte @Nullable [] redirectSecret;
    private String logins;
    private @Nullable Integer askAgainMinutes;
    private byte[] keyHash;

    /** From where its key is taken; null: from everywhere. */
    @Formula("(select a.addresses from gateway_key_addresses a where a.gateway_id = id)")
    private @Nullable String keyAddresses;

    private Instant addedAt;
    private @Nullable Instant removedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Gateway() {}

    Gateway(GatewayId id, ContractId contract, NewGateway terms, GatewaySecrets secrets, byte[] keyHash, Instant now) {
        this.id = id;
        this.contract = contract;
        this.keyHash = keyHash;
        this.addedAt = now;
        this.name = terms.name();
        this.kind = terms.kind().older();
        this.logins = "";
        change(terms, secrets);
    }

    void change(GatewayChange change, GatewaySecrets secrets) {
        change(change.terms(), secrets);
        radiusSecret = change.forgetsRadiusSecret() ? null : radiusSecret;
        redirectSecret = change.forgetsRedirectSecret() ? null : redirectSecret;
    }

    /** A secret that is not given stays as it is. */
    private void change(NewGateway terms, GatewaySecrets secrets) {
        name = terms.name();
        kind = terms.kind().older();
        newerKind = terms.kind() == kind ? null : terms.kind();
        refusedIsHere = terms.meanings().refusedIsHere();
        putsOffStrangers = terms.meanings().putsOffStrangers();
        devicePlace = terms.meanings().device();
        origin = new StoredOrigin(terms.sources(), terms.signs());
        disconnectPort = terms.disconnectPort();
        askAgainMinutes = terms.askAgainMinutes();
        logins = terms.logins().stream().map(URI::toString).collect(Collectors.joining("\n"));
        if (terms.radiusSecret() != null) {
            radiusSecret = secrets.encryptRadius(terms.radiusSecret());
        }
        if (terms.redirectSecret() != null) {
            redirectSecret = secrets.encryptRedirect(terms.redirectSecret());
        }
    }

    /** The secret of the address that it shares with another one. */
    void share(String radius, GatewaySecrets secrets) {
        radiusSecret = secrets.encryptRadius(radius);
    }

    /** Whether nothing is left to be done. */
    boolean isAlready(GatewayChange change, GatewaySecrets secrets) {
        NewGateway terms = change.terms();
        return terms.equals(terms().withSecrets(terms.radiusSecret(), terms.redirectSecret()))
                && GatewaySecrets.isAlready(secrets.radius(this), terms.radiusSecret(), change.forgetsRadiusSecret())
                && GatewaySecrets.isAlready(
                        secrets.redirect(this), terms.redirectSecret(), change.forgetsRedirectSecret());
    }

    /** How it is set up, without its secrets. */
    public NewGateway terms() {
        return new NewGateway(
                name, kind(), sources(), signs(), disconnectPort, null, null, logins(), askAgainMinutes, ownMeanings());
    }

    /** Another one with each change. */
    public int version() {
        return version == null ? 0 : version;
    }

    /** The one that holds no longer. */
    byte[] renewKey(byte[] hash) {
        byte[] before = keyHash;
        keyHash = hash;
        return before;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    public GatewayId id() {
        return id;
    }

    public ContractId contract() {
        return contract;
    }

    public String name() {
        return name;
    }

    /** A node of the release before that gives it another one leaves the newer one as it was. */
    public GatewayKind kind() {
        return newerKind != null && newerKind.older() == kind ? newerKind : kind;
    }

    /** What its packets mean. */
    public Meanings meanings() {
        return ownMeanings().over(kind().meanings());
    }

    /** In what it differs from its kind. */
    public OwnMeanings ownMeanings() {
        return new OwnMeanings(refusedIsHere, putsOffStrangers, devicePlace);
    }

    public Optional<String> nasIdentifier() {
        return origin().nasIdentifier();
    }

    /** What tells its packets from those of others at its address. */
    public Signs signs() {
        return origin().signs();
    }

    /** From where it speaks. */
    public Sources sources() {
        return origin().sources();
    }

    /** Its IP address, as a number would be read aloud: no name, no port. */
    public Optional<String> address() {
        return origin().address();
    }

    private StoredOrigin origin() {
        return origin == null ? new StoredOrigin() : origin;
    }

    public int disconnectPort() {
        return disconnectPort;
    }

    /** After so long at the most it asks about a device anew. */
    public Optional<Integer> askAgainMinutes() {
        return Optional.ofNullable(askAgainMinutes);
    }

    public boolean hasRadiusSecret() {
        return radiusSecret != null;
    }

    public boolean signsRedirects() {
        return redirectSecret != null;
    }

    byte @Nullable [] radiusSecret() {
        return radiusSecret;
    }

    byte @Nullable [] redirectSecret() {
        return redirectSecret;
    }

    public List<URI> logins() {
        return logins.lines().map(URI::create).toList();
    }

    public AddressList keyAddresses() {
        return keyAddresses == null ? AddressList.EVERYWHERE : AddressList.parse(keyAddresses);
    }

    public Instant addedAt() {
        return addedAt;
    }

    boolean isRemoved() {
        return removedAt != null;
    }
}
