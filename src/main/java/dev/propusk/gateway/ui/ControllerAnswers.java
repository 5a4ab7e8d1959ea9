package dev.propusk.gateway.ui;

import dev.propusk.gateway.controller.Controller;
import dev.propusk.gateway.controller.ControllerTerms;
import dev.propusk.gateway.controller.Dialect;
import dev.propusk.gateway.controller.Fingerprint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is typed about a gateway's controller.
 *
 * @param account empty where the dialect wants none
 * @param secret empty: the one it has
 * @param fingerprint empty: known authorities are believed
 */
public record ControllerAnswers(
        Dialect dialect, String address, String site, String account, String secret, String fingerprint) {
    static ControllerAnswers none(Dialect dialect) {
        return new ControllerAnswers(dialect, "", "default", "", "", "");
    }

    static ControllerAnswers of(Controller controller) {
        return new ControllerAnswers(
                controller.dialect(),
                controller.address().toString(),
                controller.site(),
                Optional.ofNullable(controller.account()).orElse(""),
                "",
                Optional.ofNullable(controller.pinned())
                        .map(Fingerprint::toString)
                        .orElse(""));
    }

    ControllerTerms terms() {
        return new ControllerTerms(
                dialect,
                ControllerTerms.address(address),
                site,
                dialect.wantsAccount() ? account : null,
                given(secret),
                fingerprint.isEmpty() ? null : Fingerprint.parse(fingerprint));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
