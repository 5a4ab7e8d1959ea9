package dev.propusk.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.propusk.base.StartRefusedFailureAnalyzer;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

class MariaDbConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
            .withUserConfiguration(MariaDbConfiguration.class)
            .withPropertyValues(
                    "propusk.data-dir=" + TestDatabases.SHARED.dataDir(),
                    "propusk.mariadb.unpack-dir=" + TestDatabases.UNPACK_DIR);

    @Test
    void theEmbeddedServerServesWhereNoDatabaseIsSet() {
        application.run(context -> {
            assertThat(context.getBean(JdbcTemplate.class).queryForObject("select database()", String.class))
                    .isEqualTo("propusk");
            assertThat(context.getBean(HikariDataSource.class).getJdbcUrl())
                    .isEqualTo(context.getBean(EmbeddedMariaDb.class).jdbcUrl());
        });
    }

    @Test
    void aDatabaseThatIsSetIsUsedInstead() {
        try (EmbeddedMariaDb other = EmbeddedMariaDb.open(TestDatabases.SHARED)) {
            application
                    .withPropertyValues(
                            "spring.datasource.url=" + other.jdbcUrl(),
                            "spring.datasource.username=" + other.username(),
                            "spring.datasource.password=" + other.password())
                    .run(context -> {
                        assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedMariaDb.class);
                        assertThat(context.getBean(JdbcTemplate.class).queryForObject("select 1", Integer.class))
                                .isEqualTo(1);
                    });
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldInOneMessage() {
        application
                .withPropertyValues(
                        "spring.datasource.url=jdbc:mariadb://127.0.0.1:1/propusk?connectTimeout=200",
                        "spring.datasource.hikari.connection-timeout=300")
                .run(context -> {
                    FailureAnalysis analysis = analyze(Objects.requireNonNull(context.getStartupFailure()));
                    assertThat(analysis.getDescription()).startsWith("The database does not answer");
                    assertThat(analysis.getAction()).contains("spring.datasource.url");
                });
    }

    @Test
    void eachFailureSaysWhatToDo() {
        assertThat(actionFor(new DataDirectoryInUseException(Path.of("data"), "1")))
                .contains("propusk.data-dir");
        assertThat(actionFor(new NoMariaDbServerException("none"))).contains("10.11.5", "spring.datasource.url");
        assertThat(actionFor(new UnsupportedDatabaseException("8.0"))).contains("Upgrade");
        assertThat(actionFor(new MariaDbStartException("no", Path.of("error.log"))))
                .contains("error.log");
    }

    private static String actionFor(MariaDbException failure) {
        return String.valueOf(analyze(new IllegalStateException(failure)).getAction());
    }

    private static FailureAnalysis analyze(Throwable failure) {
        return Objects.requireNonNull(new StartRefusedFailureAnalyzer().analyze(failure));
    }
}
