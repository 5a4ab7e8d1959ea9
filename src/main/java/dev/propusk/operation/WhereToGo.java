package dev.propusk.operation;

import dev.propusk.web.PublicSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says at the end of a start where to go; a command leads nowhere. */
@Component
@Profile("!command")
class WhereToGo {
    private static final Logger log = LoggerFactory.getLogger(WhereToGo.class);

    private final PublicSettings settings;
    private final ProductVersion version;

    WhereToGo(PublicSettings settings, ProductVersion version) {
        this.settings = settings;
        this.version = version;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ready() {
        log.info("Propusk {} is ready: open {}", version.propusk(), settings.publicUrl());
    }
}
