package dev.propusk.api.key;

import dev.propusk.base.AddressList;
import dev.propusk.secrets.IssuedKey;
import dev.propusk.secrets.KeyForm;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key by which a customer's own software signs in to the API. The key itself is kept nowhere, only its hash. */
@Entity
public class ApiKey {
    static final KeyForm FORM = new KeyForm("pk_", 30);

    @Id
    private UUID id;

    @Embedded
    private ContractId contract;

    private String name;

    @Column(columnDefinition = "binary(32)")
    private byte[] hash;

    private String hint;
    private String scopes;
    private @Nullable String addresses;
    private Instant createdAt;
    private String createdBy;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    private @Nullable Instant endsAt;
    private @Nullable Instant revokedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    ApiKey(UUID id, ContractId contract, NewApiKey order, IssuedKey key, String by, Instant now) {
        this.id = id;
        this.contract = contract;
        this.name = order.name();
        this.hash = key.hash();
        this.hint = key.hint();
        this.scopes = KeyScopes.write(order.scopes());
        this.addresses = order.addresses().stored();
        this.createdAt = now;
        this.createdBy = by;
        this.endsAt = order.endsAt();
    }

    /** From now on nobody signs in with it; the first time counts. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** Whether software can still sign in with it. */
    public boolean isLive(Instant now) {
        return revokedAt == null && (endsAt == null || endsAt.isAfter(now));
    }

    public UUID id() {
        return id;
    }

    public ContractId contract() {
        return contract;
    }

    public String name() {
        return name;
    }

    /** How it begins, so that its owner recognises it. */
    public String hint() {
        return hint;
    }

    public Set<KeyScope> scopes() {
        return KeyScopes.read(scopes);
    }

    /** From where it may be used. */
    public AddressList addresses() {
        return AddressList.parse(addresses);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    /** To the minute. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    public Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }
}
