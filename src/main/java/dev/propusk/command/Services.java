package dev.propusk.command;

import dev.propusk.mariadb.DatabaseAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application's services for a command, made as they are asked for: no server, no job, and the schema stays as it is. */
public final class Services implements AutoCloseable {
    /** What is done at a start of the application, and not for a command, is marked by it. */
    public static final String PROFILE = "command";

    private static final Map<String, String> QUIET = Map.of(
            "spring.main.lazy-initialization", "true",
            "spring.liquibase.enabled", "false",
            "spring.jpa.hibernate.ddl-auto", "none",
            "spring.autoconfigure.exclude", "com.vaadin.flow.spring.SpringBootAutoConfiguration");

    private final ConfigurableApplicationContext context;

    private Services(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts them.
     *
     * @param settings as they stood on the command line
     * @param key the file with the key
     */
    public static Services over(Class<?> application, List<String> settings, DatabaseAddress database, Path key) {
        return over(application, settings, database, key, Map.of());
    }

    /**
     * Starts them over a database that is the command's own, as that of a backup which was read back: its schema is first
     * brought to that of this version.
     */
    static Services overCopy(Class<?> application, List<String> settings, DatabaseAddress copy, Path key) {
        return over(
                application,
                settings,
                copy,
                key,
                Map.of(
                        "spring.liquibase.enabled", "true",
                        "spring.liquibase.url", copy.url(),
                        "spring.liquibase.user", copy.username(),
                        "spring.liquibase.password", copy.password()));
    }

    private static Services over(
            Class<?> application, List<String> settings, DatabaseAddress database, Path key, Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>();
        settings.forEach(setting -> {
            String[] parts = setting.substring(2).split("=", 2);
            all.put(parts[0], parts.length == 2 ? parts[1] : "");
        });
        all.putAll(QUIET);
        all.put("spring.datasource.url", database.url());
        all.put("spring.datasource.username", database.username());
        all.put("spring.datasource.password", database.password());
        all.put("propusk.secret-key-file", key.toString());
        all.putAll(own);
        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new Services(new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .profiles(PROFILE)
                .run(arguments.toArray(String[]::new)));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Tells whoever listens, the journal among them. */
    void publish(Object event) {
        context.publishEvent(event);
    }

    @Override
    public void close() {
        context.close();
    }
}
