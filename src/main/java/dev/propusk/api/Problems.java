package dev.propusk.api;

import dev.propusk.base.Texts;
import dev.propusk.web.PublicSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as {@code application/problem+json}, in the language that the caller asked for. */
@Component
public class Problems {
    private static final String MEDIA_TYPE = "application/problem+json";

    private final PublicSettings settings;
    private final Texts texts;
    private final JsonMapper json;

    Problems(PublicSettings settings, Texts texts, JsonMapper json) {
        this.settings = settings;
        this.texts = texts;
        this.json = json;
    }

    /** Answers with this problem, unless an answer is on its way already. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Locale locale = Language.of(request, texts);
        byte[] body = json.writeValueAsBytes(body(problem, locale));
        response.resetBuffer();
        response.setStatus(problem.kind().status().value());
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(response::setHeader);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** The members of the problem, as they are written. */
    public Map<String, Object> body(Problem problem, Locale locale) {
        ProblemKind kind = problem.kind();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", settings.at("/problems/" + kind.word()).toString());
        body.put("title", title(kind, locale));
        body.put("status", kind.status().value());
        body.put("detail", texts.get(locale, problem.detail(), problem.values().toArray()));
        body.putAll(problem.more());
        if (!problem.fields().isEmpty()) {
            body.put("errors", errors(problem.fields(), locale));
        }
        return body;
    }

    public String title(ProblemKind kind, Locale locale) {
        return texts.get(locale, "problem." + kind.word() + ".title");
    }

    private List<Map<String, String>> errors(List<WrongField> fields, Locale locale) {
        return fields.stream()
                .map(field -> {
                    Map<String, String> error = new LinkedHashMap<>();
                    error.put("field", field.name());
                    error.put(
                            "detail",
                            texts.get(locale, field.why(), field.values().toArray()));
                    return error;
                })
                .toList();
    }
}
