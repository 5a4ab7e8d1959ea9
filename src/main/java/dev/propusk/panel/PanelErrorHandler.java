package dev.propusk.panel;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.propusk.data.DatabaseNews;
import dev.propusk.web.Failure;
import dev.propusk.web.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/** Tells a person in their language what went wrong; what exactly stands in the log alone. */
@Component
class PanelErrorHandler implements ErrorHandler {
    private static final long serialVersionUID = 1;
    private static final Logger log = LoggerFactory.getLogger(PanelErrorHandler.class);

    private static final DisconnectedClientHelper BROWSER = new DisconnectedClientHelper(log.getName());

    private final transient ObjectProvider<FailureAnswer> answers;
    private final transient DatabaseNews news;

    PanelErrorHandler(ObjectProvider<FailureAnswer> answers, DatabaseNews news) {
        this.answers = answers;
        this.news = news;
    }

    @Override
    public void error(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        UI page = UI.getCurrent();
        if (page != null && answers.stream().anyMatch(answer -> answer.answers(failure, page))) {
            return;
        }
        Failure kind = Failure.of(failure);
        // a database's connection may break in the same words
        if (kind == Failure.UNEXPECTED && BROWSER.checkAndLogClientDisconnectedException(failure)) {
            return;
        }
        String id = RequestId.current();
        if (kind == Failure.UNEXPECTED && isNoWorkOfOurs(failure)) {
            log.warn("{}: in the panel: a message that no page of ours sends: {}", id, failure.getClass());
            return;
        }
        if (!news.take(failure)) {
            log.error("{}: in the panel: {}", id, kind.key(), failure);
        }
        if (page != null) {
            var _ = page.access(() -> Notices.problem(words(kind, id, page)));
        }
    }

    private static String words(Failure kind, String id, UI ui) {
        String words = ui.getTranslation(kind.key());
        return kind == Failure.UNEXPECTED ? words + " " + ui.getTranslation("error.id", id) : words;
    }

    /** Vaadin came upon it while it read the message, before it asked anything of us. */
    private static boolean isNoWorkOfOurs(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.propusk.")) {
                return false;
            }
            if (frame.getClassName().startsWith("com.vaadin.flow.server.communication.")) {
                return true;
            }
        }
        return false;
    }
}
