package dev.propusk.panel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param idle after so long without a touch or a key, in any of a browser's tabs, a person is signed out */
@ConfigurationProperties("propusk.panel")
record PanelSettings(@DefaultValue("60m") Duration idle) {}
