package dev.propusk.web;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Opens the port of the metrics, which asks for no password, to this machine alone, unless
 * {@code management.server.address} says otherwise.
 */
class ManagementAddress implements EnvironmentPostProcessor, Ordered {
    private static final String ADDRESS = "management.server.address";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String port = environment.getProperty("management.server.port", "");
        String serverPort = environment.getProperty("server.port", "8080");
        // where it has no port of its own, it can have no address of its own
        boolean isItsOwn = StringUtils.hasText(port) && (port.equals("0") || !port.equals(serverPort));
        if (isItsOwn && !StringUtils.hasText(environment.getProperty(ADDRESS))) {
            environment.getPropertySources().addLast(new MapPropertySource("management", Map.of(ADDRESS, "127.0.0.1")));
        }
    }

    /** After the files were read and what is empty was left out. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
