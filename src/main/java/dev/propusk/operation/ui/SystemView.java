package dev.propusk.operation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.PageTitle;
import dev.propusk.base.ProviderSettings;
import dev.propusk.operation.Concern;
import dev.propusk.operation.Node;
import dev.propusk.operation.SystemReport;
import dev.propusk.operation.SystemState;
import dev.propusk.panel.FactList;
import dev.propusk.panel.RecordGrid;
import dev.propusk.work.JobReport;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** How the installation fares: what needs somebody first, then its parts. */
@Route("system")
@Menu(title = "system.title", order = 70, icon = "vaadin:heart")
@RolesAllowed("ADMIN")
class SystemView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final SystemState state;
    private final SystemWords words;
    private final Div concerns = new Div();
    private final Div facts = new Div();
    private final RecordGrid<Node> nodes = new RecordGrid<>();
    private final RecordGrid<JobReport> jobs = new RecordGrid<>();

    SystemView(SystemState state, ProviderSettings provider, Clock clock) {
        this.state = state;
        this.words = new SystemWords(this, getLocale(), provider.timeZone(), clock);
        FlexLayout header = new FlexLayout(
                new H1(getTranslation("system.title")),
                new Button(getTranslation("system.refresh"), click -> refresh()));
        header.addClassName("page-header");
        setUpNodes();
        setUpJobs();
        nodes.setAllRowsVisible(true);
        jobs.setAllRowsVisible(true);
        concerns.setWidthFull();
        add(header, concerns, facts);
        add(new H2(getTranslation("system.nodes")), nodes);
        add(new H2(getTranslation("system.jobs")), new Paragraph(getTranslation("system.jobs.explanation")), jobs);
    }

    private void setUpNodes() {
        nodes.text(
                "system.node", node -> node.isThis() ? getTranslation("system.node.this", node.name()) : node.name());
        nodes.text("system.version", Node::version);
        nodes.text("system.node.state", words::state);
        nodes.text("system.node.started", node -> words.moment(node.startedAt()));
    }

    private void setUpJobs() {
        jobs.text("system.job", job -> getTranslation("system.job.name." + job.name()));
        jobs.text("system.job.state", words::state);
        jobs.text("system.job.worked", job -> words.moment(job.worked()));
        jobs.text("system.job.every", job -> words.span(job.every()));
        jobs.text("system.job.failures", job -> words.count((double) job.failures()));
    }

    private void refresh() {
        SystemReport report = state.look();
        concerns.removeAll();
        facts.removeAll();
        tell(report.concerns());
        facts.add(parts(report), waiting(report));
        nodes.setItems(report.nodes());
        jobs.setItems(report.jobsByNeed());
    }

    private void tell(List<Concern> found) {
        if (found.isEmpty()) {
            Paragraph well = new Paragraph(getTranslation("system.well"));
            well.addClassName("well");
            concerns.add(well);
            return;
        }
        UnorderedList list = new UnorderedList();
        found.forEach(concern -> list.add(new ListItem(getTranslation("system.concern." + concern))));
        list.addClassName("warning");
        concerns.add(list);
    }

    private FactList parts(SystemReport report) {
        FactList parts = new FactList();
        parts.add("system.version", report.version());
        parts.add("system.java", report.java());
        parts.add("system.database", report.databaseVersion() + ", " + words.size(report.databaseSize()));
        parts.add(
                "system.disk",
                getTranslation("system.disk.free", words.size(report.diskFree()), words.size(report.diskTotal())));
        parts.add("system.clock", words.clock(report));
        parts.add("system.backup", words.age(report.figure("propusk.backup.age")));
        parts.add("system.seal", words.age(report.figure("propusk.seal.age")));
        return parts;
    }

    private FactList waiting(SystemReport report) {
        FactList waiting = new FactList();
        waiting.add("system.unused", words.count(report.figure("propusk.tokens.unused")));
        waiting.add("system.hooks", words.count(report.figure("propusk.webhook.waiting")));
        waiting.add("system.disconnects", words.count(report.figure("propusk.disconnects.waiting")));
        return waiting;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "system.title");
    }
}
