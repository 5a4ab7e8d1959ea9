package dev.propusk.gateway;

import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.data.Atomic;
import dev.propusk.gateway.GatewayChanged.What;
import dev.propusk.gateway.key.KeysBefore;
import dev.propusk.gateway.origin.CrossContractOrigins;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.journal.Conflicts;
import dev.propusk.secrets.IssuedKey;
import dev.propusk.security.ContractId;
import dev.propusk.security.NeedsProof;
import dev.propusk.security.OwnerOnly;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The provider's administrators set up gateways; a contract's owner sees its own. */
@Service
public class Gateways {
    private static final List<String> CHANGES = List.of(What.CHANGED.action(), What.KEY_RENEWED.action());

    private final GatewayRepository gateways;
    private final GatewaySecrets secrets;
    private final SharedAddresses addresses;
    private final CrossContractOrigins origins;
    private final KeysBefore keysBefore;
    private final ForeignAnnulments foreignAnnulments;
    private final ApplicationEventPublisher events;
    private final Conflicts conflicts;
    private final Clock clock;

    Gateways(
            GatewayRepository gateways,
            GatewaySecrets secrets,
            SharedAddresses addresses,
            CrossContractOrigins origins,
            KeysBefore keysBefore,
            ForeignAnnulments foreignAnnulments,
            ApplicationEventPublisher events,
            Conflicts conflicts,
            Clock clock) {
        this.gateways = gateways;
        this.secrets = secrets;
        this.addresses = addresses;
        this.origins = origins;
        this.keysBefore = keysBefore;
        this.foreignAnnulments = foreignAnnulments;
        this.events = events;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /** A gateway and its key, which is shown this once. */
    public record Keyed(Gateway gateway, IssuedKey key) {}

    /**
     * One that is in use.
     *
     * @throws GatewayNotFoundException where the contract has none, or it was removed
     */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public Gateway get(ContractId contract, GatewayId id) {
        return find(contract, id);
    }

    @OwnerOnly
    @Transactional(readOnly = true)
    public List<Gateway> of(ContractId contract) {
        return gateways.findInUse(contract);
    }

    /** For the provider's support, in whichever contract a guest is. */
    @PreAuthorize("hasRole('SUPPORT')")
    @Transactional(readOnly = true)
    public List<GatewayId> idsOf(ContractId contract) {
        return gateways.findInUse(contract).stream().map(Gateway::id).toList();
    }

    /**
     * One more.
     *
     * @throws SharedAddressException where it could not be told from another one at its address
     */
    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    @NeedsProof
    public Keyed add(ContractId contract, GatewayId id, NewGateway terms) {
        return add(contract, id, terms, GatewayKeys.FORM.issue());
    }

    /** With a key that everybody knows: for the demo alone. */
    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    public Keyed addWithKey(ContractId contract, GatewayId id, NewGateway terms, String key) {
        return add(contract, id, terms, new IssuedKey(key));
    }

    private Keyed add(ContractId contract, GatewayId id, NewGateway terms, IssuedKey key) {
        addresses.settle(null, GatewayChange.to(terms));
        Gateway gateway = gateways.saveAndFlush(new Gateway(id, contract, terms, secrets, key.hash(), clock.instant()));
        origins.write(id.value(), terms.sources());
        foreignAnnulments.allow(gateway.id());
        publish(gateway, What.ADDED);
        return new Keyed(gateway, key);
    }

    /**
     * Where it stands so already, nothing is done.
     *
     * @param seen the version that was looked at
     * @throws ChangedMeanwhileException where it is another one by now
     * @throws SharedAddressException where it could not be told from another one at its address
     */
    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    @NeedsProof
    public Gateway change(ContractId contract, GatewayId id, GatewayChange change, int seen) {
        Gateway gateway = find(contract, id);
        if (!gateway.isAlready(change, secrets)) {
            requireUnchanged(gateway, seen);
            List<Gateway> sharing = addresses.settle(gateway, change);
            gateway.change(change, secrets);
            origins.write(id.value(), change.terms().sources());
            publish(gateway, What.CHANGED);
            sharing.forEach(other -> share(other, change.terms()));
        }
        return gateway;
    }

    private void share(Gateway other, NewGateway terms) {
        other.share(Objects.requireNonNull(terms.radiusSecret()), secrets);
        publish(other, What.CHANGED);
    }

    private void requireUnchanged(Gateway gateway, int seen) {
        if (gateway.version() != seen) {
            throw conflicts.over(gateway.contract(), gateway.id().value(), CHANGES);
        }
    }

    /**
     * The old key is refused from now on.
     *
     * @param seen the version that was looked at: a key that somebody has just renewed is not made useless unseen
     * @throws ChangedMeanwhileException where it is another one by now
     */
    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    @NeedsProof
    public Keyed renewKey(ContractId contract, GatewayId id, int seen) {
        Gateway gateway = find(contract, id);
        requireUnchanged(gateway, seen);
        IssuedKey key = GatewayKeys.FORM.issue();
        keysBefore.replaced(contract, id, gateway.renewKey(key.hash()));
        publish(gateway, What.KEY_RENEWED);
        return new Keyed(gateway, key);
    }

    @Atomic
    @PreAuthorize("hasRole('ADMIN')")
    @NeedsProof
    public void remove(ContractId contract, GatewayId id) {
        Gateway gateway = find(contract, id);
        gateway.remove(clock.instant());
        origins.write(id.value(), Sources.NOWHERE);
        publish(gateway, What.REMOVED);
    }

    private Gateway find(ContractId contract, GatewayId id) {
        return gateways.findByContractAndId(contract, id)
                .filter(gateway -> !gateway.isRemoved())
                .orElseThrow(GatewayNotFoundException::new);
    }

    private void publish(Gateway gateway, What what) {
        events.publishEvent(new GatewayChanged(gateway.contract(), gateway.id(), gateway.name(), what));
    }
}
