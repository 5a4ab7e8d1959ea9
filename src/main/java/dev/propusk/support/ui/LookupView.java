package dev.propusk.support.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
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
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.propusk.base.PageTitle;
import dev.propusk.base.ProviderSettings;
import dev.propusk.base.Texts;
import dev.propusk.panel.Downloads;
import dev.propusk.panel.RecordGrid;
import dev.propusk.support.Certificates;
import dev.propusk.support.Finding;
import dev.propusk.support.Lookup;
import dev.propusk.support.LookupAnswer;
import dev.propusk.support.LookupWords;
import dev.propusk.support.Question;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Support answers who used a device, a code or an address when, over all contracts. */
@Route("support")
@Menu(title = "support.title", order = 10, icon = "vaadin:search")
@RolesAllowed("SUPPORT")
class LookupView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    /** So many need no scrolling of their own: what is doubtful about them follows at once. */
    private static final int FEW = 8;

    private final Lookup lookup;
    private final Certificates certificates;
    private final SupportActions deeds;
    private final Texts texts;
    private final QuestionForm form;
    private final Paragraph sentence = new Paragraph();
    private final UnorderedList doubts = new UnorderedList();
    private final Anchor certificate = new Anchor();
    private final RecordGrid<Finding> grid = new RecordGrid<>();
    private @Nullable LookupAnswer answer;

    LookupView(Lookup lookup, Certificates certificates, SupportActions deeds, Texts texts, ProviderSettings provider) {
        this.lookup = lookup;
        this.certificates = certificates;
        this.deeds = deeds;
        this.texts = texts;
        this.form = new QuestionForm(provider.timeZone(), this::ask);
        sentence.getElement().setAttribute("role", "status");
        sentence.addClassName("answer");
        doubts.addClassName("doubts");
        certificate.setText(getTranslation("support.certificate"));
        certificate.setHref(Downloads.inLanguageOfPage(this::download));
        certificate.setDownload(true);
        certificate.addClassName("button-link");
        certificate.setVisible(false);
        setUpGrid();
        setSizeFull();
        FlexLayout bar = new FlexLayout(certificate);
        bar.addClassName("action-list");
        add(new H1(getTranslation("support.title")), form, sentence, grid, doubts, bar);
    }

    private void setUpGrid() {
        grid.text(
                "support.contract",
                found -> found.contract().number() + ", " + found.contract().name());
        grid.text("support.device", found -> words().mac(found.token())).setPartNameGenerator(found -> "code");
        grid.text("support.code", found -> found.token().code().grouped()).setPartNameGenerator(found -> "code");
        grid.text("support.reuse", found -> words().kind(found.token()));
        grid.text("support.state", found -> words().state(found))
                .setPartNameGenerator(found -> "state-" + found.token().state(answer().at()));
        grid.text("support.activated", found -> words().activated(found.token()));
        grid.text("support.until", found -> words().until(found.token()));
        grid.text("support.moves", found -> words().moves(found));
        grid.text("support.sessions", found -> words().sessions(found));
        grid.text("support.network", found -> found.contract().ssid());
        grid.text("support.generated", found -> words().generated(found.token()));
        grid.setEmptyStateText(getTranslation("support.empty"));
        grid.addItemClickListener(click -> new FindingDialog(words(), click.getItem(), answer().at(), deeds).open());
    }

    private void ask(Question question) {
        answer = lookup.ask(question);
        String address = "support?" + form.parameters(question).getQueryString();
        UI.getCurrent().getPage().getHistory().replaceState(null, address);
        show();
    }

    private void show() {
        sentence.setText(words().sentence(answer()));
        grid.setItems(answer().findings());
        boolean few = answer().findings().size() <= FEW;
        grid.setAllRowsVisible(few);
        grid.setHeight(few ? "auto" : "100%");
        doubts.removeAll();
        words().doubts(answer()).forEach(doubt -> doubts.add(new ListItem(doubt)));
        certificate.setVisible(true);
    }

    private LookupAnswer answer() {
        return Optional.ofNullable(answer).orElseThrow();
    }

    private LookupWords words() {
        return new LookupWords(texts, getLocale(), answer());
    }

    private void download(DownloadEvent event) throws IOException {
        byte[] pdf = certificates.make(asked(event.getSession()), getLocale());
        event.setFileName("propusk-certificate.pdf");
        event.setContentType("application/pdf");
        event.setContentLength(pdf.length);
        event.getOutputStream().write(pdf);
    }

    /** The request that downloads has no lock of the page's own. */
    private Question asked(VaadinSession session) {
        session.lock();
        try {
            return answer().question();
        } finally {
            session.unlock();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        form.read(event.getLocation().getQueryParameters());
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "support.title");
    }
}
