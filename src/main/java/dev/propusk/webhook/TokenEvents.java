package dev.propusk.webhook;

import dev.propusk.data.WithinTransaction;
import dev.propusk.security.ContractId;
import dev.propusk.token.Quota;
import dev.propusk.token.Reuse;
import dev.propusk.token.TokenActivated;
import dev.propusk.token.TokenAnnulled;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenMoved;
import dev.propusk.token.TokensExpired;
import dev.propusk.token.UnusedTokensFell;
import dev.propusk.token.search.TokenSnapshots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what other systems are told, within the transaction in which it happened. */
@Component
class TokenEvents {
    private static final String ACTIVATED = "token.activated";
    private static final String ANNULLED = "token.annulled";
    private static final String LOW = "tokens.low";

    private final HookTable hooks;
    private final Outbox outbox;
    private final TokenSnapshots tokens;

    TokenEvents(HookTable hooks, Outbox outbox, TokenSnapshots tokens) {
        this.hooks = hooks;
        this.outbox = outbox;
        this.tokens = tokens;
    }

    @EventListener
    @WithinTransaction
    public void activated(TokenActivated event) {
        // asked once, for devices wait meanwhile
        hooks.find(event.contract()).ifPresent(hook -> {
            put(hook, ACTIVATED, List.of(event.token()));
            if (event.reuse() == Reuse.SINGLE_USE) {
                putIfLow(hook);
            }
        });
    }

    @EventListener
    @WithinTransaction
    public void annulled(TokenAnnulled event) {
        put(event.contract(), ANNULLED, List.of(event.token()));
    }

    /** Many at once, by a statement: each is told by itself. */
    @EventListener
    @WithinTransaction
    public void expired(TokensExpired event) {
        Map<ContractId, List<TokenId>> tokens = event.byContract();
        hooks.findAll(tokens.keySet())
                .forEach(hook -> put(hook, ANNULLED, tokens.getOrDefault(hook.contract(), List.of())));
    }

    /** The old address loses its token, the new one has it. */
    @EventListener
    @WithinTransaction
    public void moved(TokenMoved event) {
        put(event.contract(), ANNULLED, List.of(event.token()));
        put(event.contract(), ACTIVATED, List.of(event.successor()));
    }

    @EventListener
    @WithinTransaction
    public void fell(UnusedTokensFell event) {
        hooks.find(event.contract()).ifPresent(this::putIfLow);
    }

    /** Where exactly so many tokens are unused as the contract wants to be told of. */
    private void putIfLow(Hook hook) {
        Quota quota = tokens.quota(hook.contract());
        if (quota.unused() == hook.lowAt()) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("unused", quota.unused());
            data.put("limit", quota.limit());
            outbox.put(hook.contract(), LOW, List.of(data));
        }
    }

    private void put(ContractId contract, String type, List<TokenId> ids) {
        hooks.find(contract).ifPresent(hook -> put(hook, type, ids));
    }

    private void put(Hook hook, String type, List<TokenId> ids) {
        outbox.put(
                hook.contract(),
                type,
                tokens.of(hook.contract(), ids).stream()
                        .map(token -> Map.<String, Object>of("token", token))
                        .toList());
    }
}
