package dev.propusk.web;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A way to sign in besides login and password, offered on the sign-in page. */
public interface SignInWay {
    /** Empty: it is not to be had here. */
    Optional<Component> offer();
}
