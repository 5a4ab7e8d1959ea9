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
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text that people see, in Russian and English, for the panel, the portal and the sheet alike.
 *
 * <p>The texts of a feature stand in {@code texts/<feature>_<language>.properties}; see {@link TextTemplate} for what a
 * text may hold. A missing one shows as {@code !ru: key}.
 */
@Component
public class Texts implements I18NProvider {
    public static final Locale RUSSIAN = Locale.of("ru");
    public static final Locale ENGLISH = Locale.ENGLISH;
    private static final List<Locale> LOCALES = List.of(RUSSIAN, ENGLISH);

    private final Map<Locale, Map<String, String>> templates = new HashMap<>();

    public Texts() {
        LOCALES.forEach(locale -> templates.put(locale, load(locale)));
    }

    /** The text in that language, with {@code {0}}, {@code {1}}, … replaced by the values. */
    public String get(Locale locale, String key, @Nullable Object... values) {
        Locale known = closest(locale);
        String template = templates.getOrDefault(known, Map.of()).get(key);
        return template == null ? "!" + known.getLanguage() + ": " + key : TextTemplate.fill(template, known, values);
    }

    /** The provided language nearest to the one asked for: Russian, unless it is English. */
    public static Locale closest(@Nullable Locale locale) {
        return locale != null && locale.getLanguage().equals(ENGLISH.getLanguage()) ? ENGLISH : RUSSIAN;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        return get(locale, key, values);
    }

    Set<String> keys(Locale locale) {
        return templates.getOrDefault(locale, Map.of()).keySet();
    }

    private static Map<String, String> load(Locale locale) {
        Map<String, String> all = new TreeMap<>();
        try {
            String files = "classpath*:texts/*_" + locale.getLanguage() + ".properties";
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
