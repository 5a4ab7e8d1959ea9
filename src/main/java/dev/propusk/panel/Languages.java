package dev.propusk.panel;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.propusk.base.Texts;
import dev.propusk.web.ChoiceCookies;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the panel in the language that a person chose, else in the browser's. */
@Component
class Languages implements VaadinServiceInitListener {
    static final String COOKIE = "propusk-language";

    private final PanelErrorHandler errors;

    Languages(PanelErrorHandler errors) {
        this.errors = errors;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(errors));
        event.getSource()
                .addUIInitListener(
                        init -> chosen(VaadinRequest.getCurrent().getCookies()).ifPresent(init.getUI()::setLocale));
    }

    static Optional<Locale> chosen(Cookie @Nullable [] cookies) {
        return ChoiceCookies.of(cookies, COOKIE).map(value -> Texts.closest(Locale.forLanguageTag(value)));
    }
}
