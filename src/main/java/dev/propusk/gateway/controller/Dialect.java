package dev.propusk.gateway.controller;

import dev.propusk.gateway.GatewayKind;
import java.util.Arrays;
import java.util.List;

/** How a kind's controller is spoken to. Where the calls come from: docs/gateways. */
public enum Dialect {
    /** UniFi Network's Integration API, by a key. */
    UNIFI_KEY(GatewayKind.UNIFI, false, UnifiByKey::new),
    /** UniFi's older API, by a login and a password. */
    UNIFI_ACCOUNT(GatewayKind.UNIFI, true, UnifiByAccount::new);

    private final GatewayKind kind;
    private final boolean wantsAccount;
    // references to constructors
    @SuppressWarnings("ImmutableEnumChecker")
    private final Speaker speaker;

    Dialect(GatewayKind kind, boolean wantsAccount, Speaker speaker) {
        this.kind = kind;
        this.wantsAccount = wantsAccount;
        this.speaker = speaker;
    }

    @FunctionalInterface
    private interface Speaker {
        ControllerApi over(ControllerLine line, Controller controller, String secret);
    }

    /** Those that controllers of this kind know; none: it has no controller that is told. */
    public static List<Dialect> of(GatewayKind kind) {
        return Arrays.stream(values()).filter(one -> one.kind == kind).toList();
    }

    /** Whether a login goes with the secret. */
    public boolean wantsAccount() {
        return wantsAccount;
    }

    ControllerApi over(ControllerLine line, Controller controller, String secret) {
        return speaker.over(line, controller, secret);
    }
}
