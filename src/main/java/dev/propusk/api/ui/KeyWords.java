package dev.propusk.api.ui;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.Component;
import dev.propusk.api.key.ApiKey;
import dev.propusk.base.Dates;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * How the page speaks of keys.
 *
 * @param itsZone the contract's, once it is known
 */
record KeyWords(Component view, Supplier<ZoneId> itsZone) {
    ZoneId zone() {
        return itsZone.get();
    }

    String scopes(ApiKey key) {
        return key.scopes().stream()
                .sorted()
                .map(scope -> text("key.scope." + scope))
                .collect(joining(", "));
    }

    String lastUse(ApiKey key) {
        return key.lastUsedAt().map(this::time).orElseGet(() -> text("key.never-used"));
    }

    String state(ApiKey key, Instant now) {
        if (key.revokedAt().isPresent()) {
            return text("key.revoked", time(key.revokedAt().get()));
        }
        return key.endsAt()
                .map(end -> text(end.isAfter(now) ? "key.ends" : "key.ended", time(end)))
                .orElseGet(() -> text("key.endless"));
    }

    String time(Instant time) {
        return Dates.moment(view, time, zone());
    }

    private String text(String key, Object... values) {
        return view.getUI().map(ui -> ui.getTranslation(key, values)).orElseThrow();
    }
}
