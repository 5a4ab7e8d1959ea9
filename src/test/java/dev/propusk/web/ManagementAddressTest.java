package dev.propusk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ManagementAddressTest {
    @Test
    void aPortForMetricsIsOpenToThisMachineAlone() {
        assertThat(address(Map.of("management.server.port", "8081"))).isEqualTo("127.0.0.1");
        assertThat(address(Map.of("management.server.port", "0", "server.port", "0")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void whoeverWantsItOtherwiseSaysSo() {
        assertThat(address(Map.of("management.server.port", "8081", "management.server.address", "0.0.0.0")))
                .isEqualTo("0.0.0.0");
    }

    @Test
    void whereTheyHaveNoPortOfTheirOwnNothingIsSaid() {
        assertThat(address(Map.of())).isNull();
        assertThat(address(Map.of("management.server.port", ""))).isNull();
        assertThat(address(Map.of("management.server.port", "8080"))).isNull();
    }

    private static @Nullable String address(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", settings));
        new ManagementAddress().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("management.server.address");
    }
}
