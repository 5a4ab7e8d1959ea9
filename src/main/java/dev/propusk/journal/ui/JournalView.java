package dev.propusk.journal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.propusk.base.PageTitle;
import dev.propusk.base.Texts;
import dev.propusk.base.ZoneName;
import dev.propusk.journal.JournalEntry;
import dev.propusk.journal.JournalFilter;
import dev.propusk.journal.seal.JournalCheck;
import dev.propusk.panel.Downloads;
import dev.propusk.panel.RecordGrid;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Who did what, when and from where: an owner sees their contract's entries, the provider's staff all. */
@Route("journal")
@Menu(title = "journal.title", order = 60, icon = "vaadin:book")
@RolesAllowed({"OWNER", "SUPPORT", "ADMIN"})
class JournalView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final JournalReader reader;
    private final JournalCheck check;
    private final JournalWords words;
    private final JournalFilterBar filterBar;
    private final Paragraph extent = new Paragraph();
    private final Anchor export = new Anchor();
    private final RecordGrid<JournalEntry> grid = new RecordGrid<>();
    private JournalFilter filter = JournalFilter.ALL;

    JournalView(JournalReader reader, JournalCheck check, CurrentUser currentUser, Texts texts, JsonMapper json) {
        this.reader = reader;
        this.check = check;
        this.words = new JournalWords(texts, json, getLocale());
        this.filterBar = new JournalFilterBar(reader.isProvider(), this::filterChanged);
        setUpGrid();
        extent.addClassName("hint");
        setSizeFull();
        boolean isAdmin = currentUser
                .panelUser()
                .filter(user -> user.role() == Role.ADMIN)
                .isPresent();
        add(header(isAdmin), filterBar, extent, grid);
    }

    private FlexLayout header(boolean isAdmin) {
        export.setText(getTranslation("journal.export"));
        export.setHref(Downloads.inLanguageOfPage(this::download));
        export.setDownload(true);
        export.addClassName("button-link");
        FlexLayout header = new FlexLayout(new H1(getTranslation("journal.title")), export);
        if (isAdmin) {
            header.add(new Button(getTranslation("journal.check"), click -> check()));
        }
        header.addClassName("page-header");
        return header;
    }

    private void setUpGrid() {
        grid.text("journal.at", entry -> words.time(entry, reader.zone()))
                .setAutoWidth(false)
                .setWidth("14em")
                .setFlexGrow(0)
                .setPartNameGenerator(entry -> "code");
        grid.text("journal.what", words::sentence)
                .setAutoWidth(false)
                .setWidth("20em")
                .setFlexGrow(4);
        grid.text("journal.actor", words::actor)
                .setAutoWidth(false)
                .setWidth("9em")
                .setFlexGrow(1);
        if (reader.isProvider()) {
            grid.text("journal.contract", reader::contractNumber)
                    .setAutoWidth(false)
                    .setWidth("8em")
                    .setFlexGrow(0);
        }
        grid.text(
                        "journal.address",
                        entry -> entry.actor().address() == null
                                ? "–"
                                : entry.actor().address())
                .setAutoWidth(false)
                .setWidth("9em")
                .setFlexGrow(0)
                .setPartNameGenerator(entry -> "code");
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setEmptyStateText(getTranslation("journal.empty"));
        grid.addItemClickListener(click -> open(click.getItem()));
        grid.setItems(new CallbackDataProvider<>(
                query -> reader.page(filter, query.getOffset(), query.getLimit()).stream(),
                query -> reader.count(filter),
                JournalEntry::id));
    }

    private void open(JournalEntry entry) {
        new JournalEntryDialog(words, reader, entry).open();
    }

    private void filterChanged() {
        UI.getCurrent().navigate(JournalView.class, filterBar.parameters());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filterBar.read(event.getLocation().getQueryParameters());
        filter = filterBar.filter(reader.zone());
        extent.setText(getTranslation("journal.extent", ZoneName.of(reader.zone())));
        grid.getDataProvider().refreshAll();
    }

    private void check() {
        new JournalReportDialog(check.run()).open();
        grid.getDataProvider().refreshAll();
    }

    private void download(DownloadEvent event) throws IOException {
        List<JournalEntry> entries = reader.export(filter);
        event.setFileName("journal.csv");
        event.setContentType("text/csv; charset=utf-8");
        event.getOutputStream()
                .write(new JournalTable(words, reader).of(entries).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "journal.title");
    }
}
