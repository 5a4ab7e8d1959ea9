package dev.propusk.token.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.PageTitle;
import dev.propusk.contract.Contract;
import dev.propusk.list.LiveNotice;
import dev.propusk.list.LiveUpdates;
import dev.propusk.panel.Notices;
import dev.propusk.panel.PanelNotices;
import dev.propusk.panel.WindowWidth;
import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.token.Token;
import dev.propusk.token.generate.Generation.Generated;
import dev.propusk.token.search.TokenCounts;
import dev.propusk.token.search.TokenSort;
import dev.propusk.token.search.Tokens;
import dev.propusk.token.ui.generate.FreshTokens;
import dev.propusk.token.ui.generate.GenerationDialog;
import dev.propusk.token.ui.generate.IssueDialog;
import dev.propusk.token.ui.part.TokenActions;
import dev.propusk.token.ui.part.TokenServices;
import dev.propusk.token.ui.part.TokenWords;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A customer's tokens: the first page after signing in. */
@Route("tokens")
@Menu(title = "token.title", order = 1, icon = "vaadin:key")
@RolesAllowed({"OWNER", "OPERATOR"})
class TokensView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final TokenServices services;
    private final ContractId contract;
    private final boolean mayDeleteUsed;
    private final TokenWords words;
    private final FreshTokens fresh = new FreshTokens();
    private final TokenActions deeds;
    private final TokensHeader header;
    private final StateTabs tabs = new StateTabs(state -> go(address().withState(state)));
    private final FilterBar filterBar = new FilterBar(this::go);
    private final SelectionBar selectionBar;
    private final Paragraph capped = new Paragraph();
    private final LiveNotice notice = new LiveNotice(this::refresh);
    private final TokenGrid grid;
    private TokenAddress address = TokenAddress.ALL;
    private boolean open;
    private @Nullable TokenPanel panel;

    TokensView(TokenServices services, PanelNotices notices) {
        this.services = services;
        this.contract = services.currentUser().contract();
        this.mayDeleteUsed = services.currentUser()
                .panelUser()
                .map(PanelUser::role)
                .filter(Role.OWNER::equals)
                .isPresent();
        this.words = new TokenWords(this, services.clock());
        this.deeds = new TokenActions(services, contract, words, this::changed);
        this.grid = new TokenGrid(services.tokens(), contract, words, fresh, this::go);
        this.selectionBar =
                new SelectionBar(words, deeds, mayDeleteUsed, () -> grid.grid().deselectAll());
        this.header = new TokensHeader(
                new SheetMenu(() -> services.tokens().unused(contract), () -> words.unusedOf(grid.selected())),
                this::openIssue,
                this::openGeneration);
        grid.grid().addSelectionListener(selection -> selectionBar.show(grid.selected(), open));
        header.offer(new ExportLink(services.export(), contract, words, () -> address.filter(words.zone())));
        LiveUpdates.follow(
                this,
                watcher -> services.changes().watch(contract, watcher),
                this::changedElsewhere,
                notice::databaseAway);
        capped.addClassName("capped");
        WindowWidth.follow(this, grid::fit);
        setSizeFull();
        addClassName("tokens-view");
        add(header, notices, tabs, filterBar, selectionBar, capped, notice, grid);
    }

    private TokenAddress address() {
        return address;
    }

    private void go(TokenAddress wanted) {
        if (!wanted.equals(address)) {
            UI.getCurrent().navigate(TokensView.class, wanted.parameters());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address = TokenAddress.read(event.getLocation().getQueryParameters());
        refresh();
    }

    private void changed() {
        grid.grid().deselectAll();
        refresh();
    }

    private void refresh() {
        TokenCounts counts = refreshHead();
        notice.clear();
        filterBar.show(address);
        grid.show(address);
        grid.empty(counts.all() == 0, address.isFiltered());
        boolean isCapped = services.tokens().count(contract, address.filter(words.zone())) >= Tokens.MOST;
        capped.setVisible(isCapped);
        capped.setText(getTranslation(
                address.ordering().equals(TokenSort.NEWEST) ? "token.capped" : "token.capped.sorted",
                Tokens.MOST / 1_000));
        showToken();
    }

    private TokenCounts refreshHead() {
        Contract of = services.contracts().get(contract);
        TokenCounts counts = services.tokens().counts(contract);
        open = of.isOpen();
        words.speakOf(of);
        header.show(of, services.tokens().quota(contract));
        tabs.show(address.state(), counts);
        return counts;
    }

    /** Asks the browser first which rows are in sight, and whether somebody is at work there. */
    private void changedElsewhere() {
        grid.inSight(sight -> {
            refreshHead();
            notice.clear();
            if (grid.hasSameRows(sight) || sight.isIdle()) {
                grid.refresh();
            } else {
                grid.refreshInPlace(sight);
                notice.news();
            }
            if (panel != null && panel.isOutdated(services.tokens(), contract)) {
                showToken();
            }
        });
    }

    private void showToken() {
        Optional<Token> token = Optional.ofNullable(address.token())
                .flatMap(id ->
                        services.tokens().find(contract, List.of(id)).stream().findFirst());
        if (token.isEmpty()) {
            closePanel();
            if (address.token() != null) {
                Notices.problem(getTranslation("token.error.not-found"));
                go(address.withToken(null));
            }
            return;
        }
        if (panel == null) {
            panel = new TokenPanel(words, deeds, mayDeleteUsed, id -> go(address.withToken(id)));
            panel.addOpenedChangeListener(change -> {
                if (!change.isOpened() && panel != null) {
                    panel = null;
                    go(address.withToken(null));
                }
            });
            panel.open();
        }
        List<Token> family = services.tokens().family(contract, token.get().code());
        panel.show(token.get(), family, services.tokens().history(contract, family), open);
    }

    private void closePanel() {
        TokenPanel closing = panel;
        panel = null;
        if (closing != null) {
            closing.close();
        }
    }

    private void openGeneration() {
        new GenerationDialog(
                        words,
                        services.tokens().quota(contract),
                        order -> made(services.generation().generate(contract, order)))
                .open();
    }

    private void openIssue() {
        new IssueDialog(
                        words,
                        services.tokens().quota(contract),
                        services.issuing().lastKind(contract),
                        order -> made(services.issuing().issueNow(contract, order)))
                .open();
    }

    private Generated made(Generated generated) {
        fresh.are(generated.tokens());
        changed();
        return generated;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "token.title");
    }
}
