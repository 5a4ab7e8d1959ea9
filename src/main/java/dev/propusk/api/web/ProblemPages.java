package dev.propusk.api.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.propusk.api.Language;
import dev.propusk.api.ProblemKind;
import dev.propusk.api.Problems;
import dev.propusk.base.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Explains each kind of problem at the address that its {@code type} names. */
@RestController
class ProblemPages {
    private final Template template;
    private final Problems problems;
    private final Texts texts;
    private final JsonMapper json;

    ProblemPages(
            Mustache.Compiler compiler,
            Problems problems,
            Texts texts,
            JsonMapper json,
            @Value("classpath:templates/problems.mustache") Resource source)
            throws IOException {
        try (Reader reader = new InputStreamReader(source.getInputStream(), StandardCharsets.UTF_8)) {
            this.template = compiler.defaultValue("").compile(reader);
        }
        this.problems = problems;
        this.texts = texts;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    @GetMapping("/problems")
    ResponseEntity<String> all(@RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
        return page(HttpStatus.OK, List.of(ProblemKind.values()), "/problems", locale(lang, request));
    }

    @GetMapping("/problems/{word}")
    ResponseEntity<String> one(
            @PathVariable String word,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return ProblemKind.of(word)
                .map(kind -> page(HttpStatus.OK, List.of(kind), "/problems/" + word, locale(lang, request)))
                .orElseGet(() ->
                        page(HttpStatus.NOT_FOUND, List.of(ProblemKind.values()), "/problems", locale(lang, request)));
    }

    private ResponseEntity<String> page(HttpStatus status, List<ProblemKind> kinds, String path, Locale locale) {
        Page page = new Page(
                locale.toLanguageTag(),
                kinds.size() == 1 ? text(locale, kinds.getFirst(), "title") : texts.get(locale, "problem.page.title"),
                texts.get(locale, "problem.page.remedy"),
                texts.get(locale, "problem.page.example"),
                texts.get(locale, "problem.page.all"),
                texts.others(locale).stream().map(other -> link(path, other)).toList(),
                kinds.stream().map(kind -> entry(kind, locale)).toList());
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(template.execute(page));
    }

    private LanguageLink link(String path, Locale other) {
        String tag = other.toLanguageTag();
        return new LanguageLink(path + "?lang=" + tag, tag, texts.get(other, "problem.page.language"));
    }

    private Entry entry(ProblemKind kind, Locale locale) {
        return new Entry(
                kind.word(),
                kind.status().value(),
                text(locale, kind, "title"),
                text(locale, kind, "explained"),
                text(locale, kind, "remedy"),
                json.writeValueAsString(problems.body(ProblemExamples.of(kind), locale)));
    }

    private String text(Locale locale, ProblemKind kind, String what) {
        return texts.get(locale, "problem." + kind.word() + "." + what);
    }

    private Locale locale(@Nullable String lang, HttpServletRequest request) {
        return lang == null ? Language.of(request, texts) : texts.closest(Locale.forLanguageTag(lang));
    }

    private record Page(
            String language,
            String title,
            String remedyLabel,
            String exampleLabel,
            String allLabel,
            List<LanguageLink> others,
            List<Entry> entries) {}

    private record LanguageLink(String address, String tag, String name) {}

    private record Entry(String word, int status, String title, String explained, String remedy, String example) {}
}
