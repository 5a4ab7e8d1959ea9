package dev.propusk.operation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.propusk.PanelTest;
import dev.propusk.work.JobReport;
import dev.propusk.work.Jobs;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator sees of the installation. */
class SystemViewTest extends PanelTest {
    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @BeforeEach
    void open() {
        open(contracts.administrator(), "system");
    }

    @Test
    void everyJobHasANameThatSaysWhatItDoes() {
        assertThat(jobs.all())
                .isNotEmpty()
                .extracting(JobReport::name)
                .allSatisfy(
                        name -> assertThat(find(Grid.class).all().getLast().getTranslation("system.job.name." + name))
                                .doesNotStartWith("!"));
        assertThat(find(Grid.class).all().getLast().getListDataView().getItemCount())
                .isEqualTo(jobs.all().size());
    }

    @Test
    void whatIsKnownOfTheInstallationIsThere() {
        String database = jdbc.sql("select version()").query(String.class).single();
        assertThat(find(DescriptionList.Term.class).all())
                .extracting(DescriptionList.Term::getText)
                .contains(
                        "Version", "Java", "Database", "Data disk", "Clock", "Backup", "Journal seal", "Unused tokens");
        assertThat(find(DescriptionList.Description.class).all())
                .extracting(DescriptionList.Description::getText)
                .contains(System.getProperty("java.version"), "agree with the database’s")
                .anyMatch(fact -> fact.startsWith(database + ", "))
                .anyMatch(fact -> fact.matches("[\\d,.]+ [MG]B free of [\\d,.]+ [MG]B"));
    }

    @Test
    void thatThereIsNoBackupIsSaid() {
        jdbc.sql("delete from backup_done").update();
        press("Refresh");
        assertThat(find(ListItem.class).all())
                .extracting(ListItem::getText)
                .contains("There is no backup yet. Make one with propusk backup.");
    }

    @Test
    void theVersionStandsInThePanelsFoot() {
        // what was compiled without Maven has none
        String version = environment.getProperty("spring.application.version", "");
        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .filteredOn(text -> text.startsWith("Propusk "))
                .isEqualTo(version.isEmpty() ? List.of() : List.of("Propusk " + version));
    }
}
