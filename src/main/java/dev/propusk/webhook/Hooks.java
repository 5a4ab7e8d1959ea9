package dev.propusk.webhook;

import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.journal.Conflicts;
import dev.propusk.security.ContractId;
import dev.propusk.security.NeedsProof;
import dev.propusk.security.OwnerOnly;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where events go: set by the owner, who also sees how their delivery went. */
@Service
public class Hooks {
    public static final int MAX_LOW_AT = 199;
    private static final int MOST = 200;
    private static final List<String> CHANGES = List.of("webhook.set", "webhook.removed");

    private final HookTable table;
    private final Outbox outbox;
    private final HookSettings settings;
    private final Contracts contracts;
    private final ApplicationEventPublisher events;
    private final Conflicts conflicts;
    private final Clock clock;

    Hooks(
            HookTable table,
            Outbox outbox,
            HookSettings settings,
            Contracts contracts,
            ApplicationEventPublisher events,
            Conflicts conflicts,
            Clock clock) {
        this.table = table;
        this.outbox = outbox;
        this.settings = settings;
        this.contracts = contracts;
        this.events = events;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    @OwnerOnly
    @Transactional(readOnly = true)
    public Optional<Hook> find(ContractId contract) {
        return table.find(contract);
    }

    /**
     * From now on events go to this address; where they do so already, nothing is done.
     *
     * @param lowAt 0..{@value #MAX_LOW_AT}
     * @param seen what was looked at; null: nothing was set
     * @return the secret that events are signed with, where the address is the first one: to be shown once
     * @throws InvalidHookAddressException where events can't go there
     * @throws ChangedMeanwhileException where something else is set by now
     */
    @OwnerOnly
    @Atomic
    @NeedsProof
    public Optional<String> set(ContractId contract, String address, int lowAt, @Nullable Hook seen) {
        contracts.requireOpen(contract);
        if (lowAt < 0 || lowAt > MAX_LOW_AT) {
            throw new IllegalArgumentException("lowAt");
        }
        Hook hook = new Hook(
                contract, HookAddress.parse(address, settings.allowPrivate()).toString(), lowAt);
        Hook now = table.lock(contract).orElse(null);
        if (hook.equals(now)) {
            return Optional.empty();
        }
        if (!Objects.equals(now, seen)) {
            throw conflicts.over(contract, null, CHANGES);
        }
        events.publishEvent(HookChanged.set(hook));
        if (now != null) {
            table.update(hook, clock.instant());
            return Optional.empty();
        }
        HookSecret secret = HookSecret.issue();
        if (!table.insert(hook, secret, clock.instant())) {
            throw conflicts.over(contract, null, CHANGES);
        }
        return Optional.of(secret.text());
    }

    /**
     * Makes a new secret; for a day events carry a signature by the old one too.
     *
     * @return the new one, to be shown once
     */
    @OwnerOnly
    @Atomic
    @NeedsProof
    public String replaceSecret(ContractId contract) {
        contracts.requireOpen(contract);
        requireHook(contract);
        HookSecret secret = HookSecret.issue();
        table.replaceSecret(contract, secret, clock.instant());
        events.publishEvent(HookChanged.of(contract, "webhook.secret-replaced"));
        return secret.text();
    }

    /** From now on no event is written down or delivered. */
    @OwnerOnly
    @Atomic
    @NeedsProof
    public void remove(ContractId contract) {
        requireHook(contract);
        table.delete(contract);
        events.publishEvent(HookChanged.of(contract, "webhook.removed"));
    }

    /** Sends an event that means nothing, to see whether it arrives. */
    @OwnerOnly
    @Atomic
    public void sendTrial(ContractId contract) {
        requireHook(contract);
        outbox.put(contract, "trial", List.of(Map.of()));
    }

    /** The latest {@value #MOST}, the newest first. */
    @OwnerOnly
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(ContractId contract) {
        return outbox.newest(contract, MOST);
    }

    private void requireHook(ContractId contract) {
        if (table.find(contract).isEmpty()) {
            throw new HookNotFoundException();
        }
    }
}
