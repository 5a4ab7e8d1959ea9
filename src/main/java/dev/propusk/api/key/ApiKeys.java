package dev.propusk.api.key;

import dev.propusk.base.AddressList;
import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.secrets.IssuedKey;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.KeyUser;
import dev.propusk.security.NeedsProof;
import dev.propusk.security.OwnerOnly;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the customers' own software: made and revoked by the owner, and asked for at each call. */
@Service
public class ApiKeys {
    private final ApiKeyRepository keys;
    private final JdbcClient jdbc;
    private final KeyUses uses;
    private final Contracts contracts;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiKeys(
            ApiKeyRepository keys,
            JdbcClient jdbc,
            KeyUses uses,
            Contracts contracts,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.uses = uses;
        this.contracts = contracts;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a key, which is shown this once.
     *
     * @throws dev.propusk.contract.WrongContractStatusException where the contract is not open (rule 22)
     */
    @OwnerOnly
    @Atomic
    @NeedsProof
    public MadeKey make(ContractId contract, UUID id, NewApiKey order) {
        return make(contract, id, order, ApiKey.FORM.issue());
    }

    /** As {@link #make(ContractId, UUID, NewApiKey)}, but with a key that everybody knows: for the demo. */
    @OwnerOnly
    @Atomic
    public MadeKey makeKnown(ContractId contract, UUID id, NewApiKey order, String key) {
        return make(contract, id, order, new IssuedKey(key));
    }

    private MadeKey make(ContractId contract, UUID id, NewApiKey order, IssuedKey key) {
        contracts.requireOpen(contract);
        String by = currentUser.actor().name();
        ApiKey made = keys.save(new ApiKey(id, contract, order, key, by, clock.instant()));
        events.publishEvent(new ApiKeyMade(
                contract,
                made.id(),
                made.name(),
                KeyScopes.write(order.scopes()),
                order.addresses().toString()));
        return new MadeKey(made, key);
    }

    /** All of them, revoked ones too, the newest first. */
    @OwnerOnly
    @Transactional(readOnly = true)
    public List<ApiKey> list(ContractId contract) {
        return keys.findNewest(contract);
    }

    /**
     * From the next call on the key is refused, on every node. Also in a suspended contract: it only takes away.
     *
     * @throws ApiKeyNotFoundException where the contract has no such key
     */
    @OwnerOnly
    @Atomic
    @NeedsProof
    public void revoke(ContractId contract, UUID id) {
        ApiKey key = keys.findByContractAndId(contract, id).orElseThrow(ApiKeyNotFoundException::new);
        key.revoke(clock.instant());
        events.publishEvent(new ApiKeyRevoked(contract, id, key.name()));
    }

    /**
     * Who calls with a key, and from where they may.
     *
     * @param addresses from where it may be used
     */
    public record Caller(KeyUser user, AddressList addresses) {}

    /** Who calls with this key; empty where it is unknown, revoked or over. Asked anew at each call. */
    public Optional<Caller> find(String key) {
        return ApiKey.FORM.read(key).flatMap(this::find);
    }

    /** It was used just now. */
    public void used(KeyUser user) {
        uses.note(user.key());
    }

    private Optional<Caller> find(IssuedKey key) {
        return jdbc.sql("""
                        select id, contract_id, name, scopes, addresses from api_key
                        where hash = ? and revoked_at is null and (ends_at is null or ends_at > ?)
                        """)
                .params(key.hash(), InstantConverter.toUtc(clock.instant()))
                .query((row, number) -> new Caller(
                        new KeyUser(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                new ContractId(row.getObject("contract_id", UUID.class)),
                                KeyScopes.read(row.getString("scopes"))),
                        AddressList.parse(row.getString("addresses"))))
                .optional();
    }
}
