package dev.propusk.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Takes an empty setting for one that is not set, wherever it stands: Compose and Kubernetes pass {@code NAME=} for a
 * variable that nobody gave. What another source says of it, or the default, counts then.
 */
class BlankSettings implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            // the JVM's own properties hold line ends, and are set by programs
            if (source instanceof EnumerablePropertySource<?> listed
                    && !source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
                    && hasBlank(listed)) {
                environment.getPropertySources().replace(source.getName(), withoutBlank(listed));
            }
        }
    }

    /** After the files were read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    private static boolean hasBlank(EnumerablePropertySource<?> source) {
        for (String name : source.getPropertyNames()) {
            if (isBlank(source.getProperty(name))) {
                return true;
            }
        }
        return false;
    }

    private static PropertySource<?> withoutBlank(EnumerablePropertySource<?> source) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String name : source.getPropertyNames()) {
            Object value = source.getProperty(name);
            if (value != null && !isBlank(value)) {
                kept.put(name, value);
            }
        }
        return source instanceof SystemEnvironmentPropertySource
                ? new SystemEnvironmentPropertySource(source.getName(), kept)
                : new MapPropertySource(source.getName(), kept);
    }

    private static boolean isBlank(@Nullable Object value) {
        return value instanceof CharSequence text && text.toString().isBlank();
    }
}
