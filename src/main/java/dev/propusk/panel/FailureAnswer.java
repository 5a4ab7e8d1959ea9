package dev.propusk.panel;

import com.vaadin.flow.component.UI;

/** What a feature does about a failure of its own, instead of a message: it asks for what was missing. */
public interface FailureAnswer {
    /** Whether it has answered this one. */
    boolean answers(Throwable failure, UI page);
}
