package dev.propusk.gateway.contact;

import dev.propusk.gateway.Gateway;
import java.time.Instant;
import java.util.Optional;

/** What is waited for while a gateway is set up, in the order in which it comes. */
public enum FirstSign {
    REDIRECT,
    QUESTION,
    REPORT,
    PUT_OFF;

    /** Whether it can come from there: who asks by its key neither reports nor is told. */
    public boolean isOf(Gateway gateway) {
        return switch (this) {
            case REDIRECT, QUESTION -> true;
            case REPORT, PUT_OFF -> gateway.hasRadiusSecret();
        };
    }

    /** When it last came; empty: not yet. */
    public Optional<Instant> at(GatewayState state) {
        return switch (this) {
            case REDIRECT -> state.redirect().map(Counted::last);
            case QUESTION -> state.question().map(Counted::last);
            case REPORT -> state.reportedAt();
            case PUT_OFF -> state.putOff().map(Counted::last);
        };
    }
}
