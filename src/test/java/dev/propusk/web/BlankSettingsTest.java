package dev.propusk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BlankSettingsTest {
    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void anEmptyVariableIsOneThatNobodyGave() {
        environment
                .getPropertySources()
                .replace(
                        "systemEnvironment",
                        new SystemEnvironmentPropertySource(
                                "systemEnvironment", Map.of("PROPUSK_ADMIN_PASSWORD", "", "PROPUSK_PUBLIC_URL", "x")));
        environment.getPropertySources().addLast(file(Map.of("propusk.retention", "5d")));

        passed();

        assertThat(environment.getProperty("PROPUSK_ADMIN_PASSWORD")).isNull();
        assertThat(Binder.get(environment)
                        .bind("propusk.public-url", String.class)
                        .get())
                .isEqualTo("x");
        assertThat(environment.getProperty("line.separator")).isNotNull();
    }

    @Test
    void whatAnotherSourceSaysCountsThen() {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("commandLineArgs", Map.of("propusk.retention", " ")));
        environment.getPropertySources().addLast(file(Map.of("propusk.retention", "5d")));

        passed();

        assertThat(environment.getProperty("propusk.retention")).isEqualTo("5d");
    }

    private void passed() {
        new BlankSettings().postProcessEnvironment(environment, new SpringApplication());
    }

    private static MapPropertySource file(Map<String, Object> values) {
        return new MapPropertySource("file", values);
    }
}
