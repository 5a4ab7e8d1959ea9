package dev.propusk.panel;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.propusk.data.DatabaseNews;
import dev.propusk.web.Failure;
import dev.propusk.web.RequestId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shown instead of a view that could not be opened. Where the database is away it tries again by itself. */
@AnonymousAllowed
class FailureView extends VerticalLayout implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final Logger log = LoggerFactory.getLogger(FailureView.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DatabaseNews news;

    FailureView(DatabaseNews news) {
        this.news = news;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Failure failure = Failure.of(parameter.getCaughtException());
        String id = RequestId.current();
        if (!news.take(parameter.getCaughtException())) {
            log.error("{}: opening {}: {}", id, event.getLocation().getPath(), failure, parameter.getCaughtException());
        }
        addClassName("failure");
        add(new H1(getTranslation("error.title")), new Paragraph(getTranslation(failure.key())));
        if (failure == Failure.UNEXPECTED) {
            add(new Paragraph(getTranslation("error.id", id)));
        }
        if (failure == Failure.DATABASE) {
            add(new Paragraph(getTranslation("error.tries-again")));
            event.getUI().getPage().executeJs("setTimeout(() => location.reload(), $0)", PAUSE.toMillis());
        }
        return failure.status().value();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("error.title");
    }
}
