package dev.propusk.panel;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** Something that a feature has to tell whoever works in the panel now, above what they came for. */
public interface PanelNotice {
    /** Empty: there is nothing to tell. */
    Optional<Component> forWhoIsSignedIn();
}
