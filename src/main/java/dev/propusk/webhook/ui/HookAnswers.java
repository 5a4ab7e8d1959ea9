package dev.propusk.webhook.ui;

import dev.propusk.security.ContractId;
import dev.propusk.webhook.Hook;
import dev.propusk.webhook.Hooks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is typed about where events go. */
public record HookAnswers(String address, int lowAt) {
    private static final int USUAL = 20;

    static HookAnswers of(Optional<Hook> hook) {
        return hook.map(set -> new HookAnswers(set.url(), set.lowAt())).orElseGet(() -> new HookAnswers("", USUAL));
    }

    static boolean isLowAt(@Nullable Integer number) {
        return number != null && number >= 0 && number <= Hooks.MAX_LOW_AT;
    }

    /** What stood there when this was shown; null: nothing was set. */
    @Nullable
    Hook hook(ContractId contract) {
        return address.isEmpty() ? null : new Hook(contract, address, lowAt);
    }
}
