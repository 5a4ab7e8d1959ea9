package dev.propusk.web;

import com.vaadin.flow.component.Component;

/** A way to sign in besides login and password, offered on the sign-in page. */
public interface SignInWay {
    Component offer();
}
