package dev.propusk.base;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text that staff and customers' programs see, for the panel, the sheet and the API's problems alike; what guests read
 * is in {@code base.guest}.
 *
 * <p>The texts of a feature stand in {@code texts/<feature>_<language>.properties}; see {@link TextTemplate} for what a
 * text may hold. A missing one shows as {@code !ru: key}. A further language is a file, {@code texts/all_<language>.properties},
 * and a line in the list.
 */
@Component
public class Texts implements I18NProvider {
    public static final Locale RUSSIAN = Locale.of("ru");
    public static final Locale ENGLISH = Locale.ENGLISH;

    /** Whoever speaks none of them is answered in the first. */
    private static final List<Locale> ALL = List.of(
            RUSSIAN, //
            ENGLISH);

    private final List<Locale> languages;
    private final Map<Locale, Map<String, String>> templates = new HashMap<>();

    @Autowired
    public Texts() {
        this(ALL, Texts::load);
    }

    /**
     * With other languages than those that are shipped.
     *
     * @param languages at least one
     * @param read finds a language's texts by their keys
     */
    public Texts(List<Locale> languages, Function<Locale, Map<String, String>> read) {
        this.languages = List.copyOf(languages);
        this.languages.forEach(language -> templates.put(language, read.apply(language)));
    }

    /** The text in that language, with {@code {0}}, {@code {1}}, … replaced by the values. */
    public String get(Locale locale, String key, @Nullable Object... values) {
        Locale known = closest(locale);
        return find(known, key)
                .map(template -> TextTemplate.fill(template, known, values))
                .orElseGet(() -> "!" + known.toLanguageTag() + ": " + key);
    }

    /** The same where it may be missing, with {@code {named}} places replaced by the values of those names. */
    public Optional<String> find(Locale locale, String key, Function<String, @Nullable Object> values) {
        Locale known = closest(locale);
        return find(known, key).map(template -> TextTemplate.fill(template, known, values));
    }

    private Optional<String> find(Locale known, String key) {
        return Optional.ofNullable(templates.getOrDefault(known, Map.of()).get(key));
    }

    /** The provided language nearest to the one asked for; the first where none is near. */
    public Locale closest(@Nullable Locale locale) {
        return Stream.<Predicate<Locale>>of(
                        one -> one.equals(locale),
                        one -> locale != null && one.getLanguage().equals(locale.getLanguage()))
                .flatMap(isNear -> languages.stream().filter(isNear))
                .findFirst()
                .orElse(languages.getFirst());
    }

    /** All but this one, in which a page may be read as well. */
    public List<Locale> others(Locale locale) {
        Locale known = closest(locale);
        return languages.stream().filter(one -> !one.equals(known)).toList();
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return languages;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        return get(locale, key, values);
    }

    Set<String> keys(Locale locale) {
        return templates.getOrDefault(locale, Map.of()).keySet();
    }

    /** Of a language that has files. */
    public static Map<String, String> load(Locale locale) {
        return load("texts", locale);
    }

    /** Of a language that has files in this folder. */
    public static Map<String, String> load(String folder, Locale locale) {
        Map<String, String> all = new TreeMap<>();
        try {
            String files = "classpath*:" + folder + "/*_" + locale.toLanguageTag() + ".properties";
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
                read(file).forEach((key, text) -> {
                    if (all.put((String) key, (String) text) != null) {
                        throw new IllegalStateException("Text " + key + " stands twice for " + locale);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }

    private static Properties read(Resource file) throws IOException {
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        }
    }
}
