package dev.propusk.panel;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.propusk.web.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/** Tells a person in their language what went wrong; what exactly stands in the log alone. */
@Component
class PanelErrorHandler implements ErrorHandler {
    private static final long serialVersionUID = 1;
    private static final Logger log = LoggerFactory.getLogger(PanelErrorHandler.class);

    private static final DisconnectedClientHelper BROWSER = new DisconnectedClientHelper(log.getName());

    @Override
    public void error(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        Failure kind = Failure.of(failure);
        // a database's connection may break in the same words
        if (kind == Failure.UNEXPECTED && BROWSER.checkAndLogClientDisconnectedException(failure)) {
            return;
        }
        String key = kind.key();
        log.error("In the panel: {}", key, failure);
        UI ui = UI.getCurrent();
        if (ui != null) {
            var _ = ui.access(() -> Notices.problem(ui.getTranslation(key)));
        }
    }
}
