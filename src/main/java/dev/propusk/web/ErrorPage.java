package dev.propusk.web;

import dev.propusk.base.Texts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/** The page ({@code templates/error.mustache}) for what fails outside the panel: in words, and nothing of the inside. */
@Component
class ErrorPage extends DefaultErrorAttributes {
    private final Texts texts;

    ErrorPage(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        Locale locale = language(request);
        Failure failure = Failure.of(status(request));
        attributes.put("language", locale.toLanguageTag());
        attributes.put(
                "title", texts.get(locale, failure == Failure.NOT_FOUND ? "error.not-found.title" : "error.title"));
        attributes.put("text", texts.get(locale, failure.key()));
        if (failure == Failure.UNEXPECTED) {
            id(request).ifPresent(id -> attributes.put("id", texts.get(locale, "error.id", id)));
        }
        if (failure == Failure.NOT_FOUND && !isPortal(request)) {
            attributes.put("home", texts.get(locale, "error.home"));
        }
        return attributes;
    }

    /** Guests have no business in the panel. */
    private static boolean isPortal(WebRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI, RequestAttributes.SCOPE_REQUEST)
                        instanceof String path
                && path.startsWith("/portal");
    }

    private static Optional<String> id(WebRequest request) {
        return RequestId.of(((ServletWebRequest) request).getRequest());
    }

    private static HttpStatus status(WebRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE, RequestAttributes.SCOPE_REQUEST)
                        instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private Locale language(WebRequest request) {
        HttpServletRequest http = ((ServletWebRequest) request).getRequest();
        return ChosenLanguage.of(http.getCookies(), texts).orElseGet(() -> texts.closest(http.getLocale()));
    }
}
