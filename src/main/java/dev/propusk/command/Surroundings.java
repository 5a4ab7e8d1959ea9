package dev.propusk.command;

import dev.propusk.base.MachineClock;
import dev.propusk.base.TimeConfiguration;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;

/** The settings as the application would find them, and a clock; nothing of the application itself. */
public final class Surroundings implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Surroundings(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Finds them; what stood on the command line counts first. */
    public static Surroundings with(List<String> settings) {
        return new Surroundings(new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(settings.toArray(String[]::new)));
    }

    public ConfigurableEnvironment environment() {
        return context.getEnvironment();
    }

    public MachineClock clock() {
        return context.getBean(MachineClock.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Stands for the application where nothing of it is to be made. */
    @Configuration(proxyBeanMethods = false)
    @Import(TimeConfiguration.class)
    public static class Nothing {}
}
