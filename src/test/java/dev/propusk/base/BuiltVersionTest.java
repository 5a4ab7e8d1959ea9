package dev.propusk.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

class BuiltVersionTest {
    @Test
    void theVersionThatWasBuiltIsTheApplications() {
        assertThat(version(new ByteArrayResource("build.name=Propusk\nbuild.version=1.2.3\n".getBytes(UTF_8))))
                .isEqualTo("1.2.3");
    }

    @Test
    void whatWasCompiledWithoutMavenHasNone() {
        assertThat(version(new ClassPathResource("no-such-file"))).isNull();
        assertThat(version(new ByteArrayResource("build.name=Propusk\n".getBytes(UTF_8))))
                .isNull();
    }

    private static @Nullable String version(Resource buildInfo) {
        StandardEnvironment environment = new StandardEnvironment();
        new BuiltVersion(buildInfo).postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("spring.application.version");
    }
}
