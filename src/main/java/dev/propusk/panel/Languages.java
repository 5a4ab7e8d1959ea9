package dev.propusk.panel;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.propusk.base.Texts;
import dev.propusk.web.ChosenLanguage;
import org.springframework.stereotype.Component;

/** Shows the panel in the language that a person chose, else in the browser's. */
@Component
class Languages implements VaadinServiceInitListener {
    private final PanelErrorHandler errors;
    private final Texts texts;

    Languages(PanelErrorHandler errors, Texts texts) {
        this.errors = errors;
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(errors));
        event.getSource()
                .addUIInitListener(
                        init -> ChosenLanguage.of(VaadinRequest.getCurrent().getCookies(), texts)
                                .ifPresent(init.getUI()::setLocale));
    }
}
