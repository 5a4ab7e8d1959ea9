package dev.propusk.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.mariadb.OwnServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The release before goes on writing its rows beside a newer one: each change since 1.0.0 is made on its own, and what the
 * database says of its columns before and after is compared.
 */
class SchemaGrowthTest {
    private static final String FIRST_BESIDE_A_RELEASE = "032";

    private static OwnServer server;

    @BeforeAll
    static void start() throws Exception {
        server = OwnServer.startIn(Path.of("target", "growth-data"));
        try (Connection connection = server.connect();
                Liquibase liquibase = liquibase(connection)) {
            liquibase.update(
                    (int) liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                            .filter(change -> file(change).compareTo(FIRST_BESIDE_A_RELEASE) < 0)
                            .count(),
                    "");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void olderProgramsCanWriteIntoEachNewerSchema() throws Exception {
        List<String> findings = new ArrayList<>();
        try (Connection connection = server.connect();
                Liquibase liquibase = liquibase(connection)) {
            for (ChangeSet change : liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression())) {
                SchemaPicture before = SchemaPicture.of(server);
                liquibase.update(1, "");
                SchemaPicture.of(server)
                        .narrowerThan(before)
                        .forEach(found -> findings.add(file(change) + ": " + found));
            }
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drop column a                      | sample.a is gone
            rename column a to d               | sample.a is gone
            modify a varchar(19)               | sample.a is narrower
            modify a int                       | sample.a has another type
            modify a varchar(20) not null      | sample.a may not be null
            modify b int not null              | sample.b has to be written
            modify c datetime(3) not null      | sample.c is narrower
            add column d int not null          | sample.d has to be written
            add constraint one_a unique (a)    | sample.one_a refuses what was allowed
            """)
    void whatShutsOlderProgramsOutIsSeen(String change, String finding) throws Exception {
        assertThat(findingsOf(change)).contains(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            modify a varchar(40)
            modify c datetime(6) null
            add column d int
            add column d int not null default 1
            add column d int as (b + 1) virtual
            add column d int, add constraint one_d unique (d)
            """)
    void whatOnlyAddsIsNoFinding(String change) throws Exception {
        assertThat(findingsOf(change)).isEmpty();
    }

    private static List<String> findingsOf(String change) throws Exception {
        server.execute(
                "create or replace table sample (a varchar(20), b int not null default 1, c datetime(6) not null)");
        SchemaPicture before = SchemaPicture.of(server);
        server.execute("alter table sample " + change);
        return SchemaPicture.of(server).narrowerThan(before);
    }

    /** Its name tells the order; change sets keep the number that their file had when they were first run. */
    private static String file(ChangeSet change) {
        return Path.of(change.getChangeLog().getPhysicalFilePath())
                .getFileName()
                .toString();
    }

    private static Liquibase liquibase(Connection connection) throws Exception {
        return new Liquibase(
                "db/changelog/master.yaml", new ClassLoaderResourceAccessor(), new JdbcConnection(connection));
    }
}
