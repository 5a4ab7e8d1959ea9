package dev.propusk.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Says which version this is, as {@code spring.application.version}: in the first line of the log and in each structured
 * one, whether it runs as a jar or out of a working copy. Maven writes it down; what was compiled without it has none.
 */
class BuiltVersion implements EnvironmentPostProcessor {
    private static final String PROPERTY = "spring.application.version";
    private static final String BUILT = "build.version";

    private final Resource buildInfo;

    BuiltVersion() {
        this(new ClassPathResource("META-INF/build-info.properties"));
    }

    BuiltVersion(Resource buildInfo) {
        this.buildInfo = buildInfo;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!buildInfo.exists()) {
            return;
        }
        String version = read().getProperty(BUILT);
        if (version != null) {
            environment.getPropertySources().addLast(new MapPropertySource("version", Map.of(PROPERTY, version)));
        }
    }

    private Properties read() {
        try {
            return PropertiesLoaderUtils.loadProperties(buildInfo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
