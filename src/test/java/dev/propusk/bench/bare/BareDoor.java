package dev.propusk.bench.bare;

import com.zaxxer.hikari.HikariDataSource;
import dev.propusk.base.MacAddress;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The least that a gateway's question can be: a controller of the same Spring Boot on the same JVM that reads a device out of
 * JSON, looks for its tokens by one select over a pool as large as ours, and answers in JSON. It asks nobody for a key, keeps
 * no rule and writes nothing down.
 */
public final class BareDoor implements AutoCloseable {
    private final AnnotationConfigServletWebServerApplicationContext application =
            new AnnotationConfigServletWebServerApplicationContext();

    public BareDoor(JdbcConnectionDetails database) {
        application
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "bare",
                        Map.of(
                                "server.port", 0,
                                "server.tomcat.max-keep-alive-requests", -1,
                                "spring.threads.virtual.enabled", true)));
        application.getEnvironment().setActiveProfiles(Controller.PROFILE);
        application.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(pool(database)));
        application.register(Parts.class, Controller.class);
        application.refresh();
    }

    private static HikariDataSource pool(JdbcConnectionDetails database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(16);
        return pool;
    }

    public int port() {
        return Objects.requireNonNull(application.getWebServer()).getPort();
    }

    @Override
    public void close() {
        JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
        application.close();
        if (jdbc.getDataSource() instanceof HikariDataSource pool) {
            pool.close();
        }
    }

    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Parts {
        @Bean
        static String nameOfTheBare() {
            return "bare";
        }
    }

    @RestController
    @Profile(Controller.PROFILE)
    static class Controller {
        static final String PROFILE = "bare-door";

        private final JdbcTemplate jdbc;

        Controller(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @PostMapping("/gateway/v1/connect")
        Map<String, Object> connect(@RequestBody Map<String, String> question) {
            MacAddress device = MacAddress.parse(question.getOrDefault("mac", ""));
            List<Optional<LocalDateTime>> ends = jdbc.query(
                    "select " + Rows.TOKEN + " from token where mac = ? and state = 'ACTIVE'",
                    (row, number) -> Optional.ofNullable(row.getObject("expires_at", LocalDateTime.class)),
                    (Object) device.bytes());
            return Map.of("identified", !ends.isEmpty(), "until", ends.toString());
        }
    }
}
