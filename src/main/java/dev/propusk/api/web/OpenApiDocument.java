package dev.propusk.api.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.propusk.api.ProblemKind;
import dev.propusk.api.Problems;
import dev.propusk.web.PublicSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The API's description (OpenAPI 3.1): what stands in {@code openapi/propusk.yaml}, in one language, with an answer and an
 * example for each problem that a call can meet.
 */
@Component
class OpenApiDocument {
    private static final String PROBLEMS = "x-problems";

    /** Programmers who read another language are given English. */
    private static final Set<String> WRITTEN_IN = Set.of("ru", "en");

    private static final List<ProblemKind> EVERYWHERE = List.of(
            ProblemKind.UNAUTHORIZED,
            ProblemKind.SCOPE,
            ProblemKind.NOT_ACCEPTABLE,
            ProblemKind.TOO_MANY_REQUESTS,
            ProblemKind.INTERNAL,
            ProblemKind.UNAVAILABLE);

    private final Problems problems;
    private final PublicSettings settings;
    private final Map<String, Object> source;

    OpenApiDocument(
            Problems problems, PublicSettings settings, @Value("classpath:openapi/propusk.yaml") Resource source)
            throws IOException {
        this.problems = problems;
        this.settings = settings;
        try (InputStream in = source.getInputStream()) {
            this.source = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        }
    }

    Map<String, Object> in(Locale language) {
        Map<String, Object> document = new LinkedHashMap<>();
        in(language, source).forEach((key, value) -> {
            document.put(key, value);
            if (key.equals("info")) {
                document.put(
                        "servers", List.of(Map.of("url", settings.publicUrl().toString())));
            }
        });
        return document;
    }

    private Map<String, Object> in(Locale language, Map<?, ?> map) {
        Map<String, Object> all = new LinkedHashMap<>();
        map.forEach((key, value) -> all.put((String) key, in(language, value)));
        if (all.remove(PROBLEMS) instanceof List<?> words) {
            addAnswers(all, words, language);
        }
        return all;
    }

    private @Nullable Object in(Locale language, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> text
            when text.keySet().equals(WRITTEN_IN) ->
                text.get(WRITTEN_IN.contains(language.toLanguageTag()) ? language.toLanguageTag() : "en");
            case Map<?, ?> map -> in(language, map);
            case List<?> list -> {
                List<@Nullable Object> all = new ArrayList<>();
                list.forEach(one -> all.add(in(language, one)));
                yield all;
            }
            case null, default -> value;
        };
    }

    private void addAnswers(Map<String, Object> operation, List<?> words, Locale language) {
        List<ProblemKind> kinds = new ArrayList<>(EVERYWHERE);
        words.forEach(word -> kinds.add(ProblemKind.of((String) word).orElseThrow()));
        Map<String, Object> answers = new TreeMap<>();
        if (operation.get("responses") instanceof Map<?, ?> own) {
            own.forEach((status, answer) -> answers.put((String) status, answer));
        }
        kinds.stream()
                .collect(groupingBy(kind -> String.valueOf(kind.status().value())))
                .forEach((status, same) -> answers.put(status, answer(same, language)));
        operation.put("responses", answers);
    }

    private Map<String, Object> answer(List<ProblemKind> kinds, Locale language) {
        Map<String, Object> examples = new LinkedHashMap<>();
        kinds.forEach(kind ->
                examples.put(kind.word(), Map.of("value", problems.body(ProblemExamples.of(kind), language))));
        Map<String, Object> headers = new LinkedHashMap<>();
        switch (kinds.getFirst()) {
            case UNAUTHORIZED -> headers.put("WWW-Authenticate", header("WWW-Authenticate"));
            case TOO_MANY_REQUESTS, UNAVAILABLE -> headers.put("Retry-After", header("Retry-After"));
            default -> {}
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "description",
                kinds.stream().map(kind -> problems.title(kind, language)).collect(joining(" / ")));
        if (!headers.isEmpty()) {
            answer.put("headers", headers);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", Map.of("$ref", "#/components/schemas/Problem"));
        content.put("examples", examples);
        answer.put("content", Map.of("application/problem+json", content));
        return answer;
    }

    private static Map<String, Object> header(String name) {
        return Map.of("$ref", "#/components/headers/" + name);
    }
}
