package dev.propusk.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A way into the panel besides the form, at an address of its own. */
public interface PanelDoor {
    /** Adds what it needs to the panel's chain. */
    void open(HttpSecurity http) throws Exception;
}
