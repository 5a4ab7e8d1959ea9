package dev.propusk.webhook;

import org.jspecify.annotations.Nullable;

/** How one attempt went: the status that was answered, or why there was none. */
record Outcome(@Nullable Integer status, @Nullable DeliveryFailure failure) {
    static Outcome answered(int status) {
        return new Outcome(status, null);
    }

    static Outcome failed(DeliveryFailure failure) {
        return new Outcome(null, failure);
    }

    boolean isDelivered() {
        return status != null && status >= 200 && status < 300;
    }
}
