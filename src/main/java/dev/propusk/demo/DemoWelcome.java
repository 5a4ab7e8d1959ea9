package dev.propusk.demo;

import dev.propusk.web.PublicSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says as whom the demo is entered. */
@Component
@Profile("demo")
class DemoWelcome {
    private static final Logger log = LoggerFactory.getLogger(DemoWelcome.class);

    private final PublicSettings settings;

    DemoWelcome(PublicSettings settings) {
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        log.info("Sign in as hotel, hotel-desk, cafe, support or admin, each with the password {}", DemoData.PASSWORD);
        log.info("A guest's page is at {}", settings.at("/portal/hotel"));
    }
}
