package dev.propusk.token.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.Notices;
import dev.propusk.contract.Contract;
import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.token.Quota;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCounts;
import dev.propusk.token.TokenOrder;
import dev.propusk.token.TokenOrdering;
import dev.propusk.token.Tokens;
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
    private final TokenDeeds deeds;
    private final TokensHeader header = new TokensHeader(this::openGeneration);
    private final StateTabs tabs = new StateTabs(state -> go(query().withState(state)));
    private final FilterBar filterBar = new FilterBar(this::go);
    private final SelectionBar selectionBar;
    private final Paragraph capped = new Paragraph();
    private final TokenGrid grid;
    private TokenQuery query = TokenQuery.ALL;
    private boolean open;
    private @Nullable TokenPanel panel;

    TokensView(TokenServices services) {
        this.services = services;
        this.contract = services.currentUser().contract();
        this.mayDeleteUsed = services.currentUser()
                .panelUser()
                .map(PanelUser::role)
                .filter(Role.OWNER::equals)
                .isPresent();
        this.words = new TokenWords(this, services.clock());
        this.deeds = new TokenDeeds(services, contract, words, this::changed);
        this.grid = new TokenGrid(services.tokens(), contract, words, fresh, this::go);
        this.selectionBar =
                new SelectionBar(words, deeds, mayDeleteUsed, () -> grid.grid().deselectAll());
        grid.grid().addSelectionListener(selection -> selectionBar.show(grid.selected(), open));
        capped.addClassName("capped");
        setSizeFull();
        addClassName("tokens-view");
        add(header, tabs, filterBar, selectionBar, capped, grid);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Page page = event.getUI().getPage();
        page.retrieveExtendedClientDetails(client -> grid.fit(client.getWindowInnerWidth()));
        page.addBrowserWindowResizeListener(resize -> grid.fit(resize.getWidth()));
    }

    private TokenQuery query() {
        return query;
    }

    private void go(TokenQuery wanted) {
        if (!wanted.equals(query)) {
            UI.getCurrent().navigate(TokensView.class, wanted.parameters());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query = TokenQuery.read(event.getLocation().getQueryParameters());
        refresh();
    }

    private void changed() {
        grid.grid().deselectAll();
        refresh();
    }

    private void refresh() {
        Contract of = services.contracts().get(contract);
        Quota quota = services.tokens().quota(contract);
        TokenCounts counts = services.tokens().counts(contract);
        open = of.isOpen();
        words.speakOf(of.zone());
        header.show(of, quota);
        tabs.show(query.state(), counts);
        filterBar.show(query);
        grid.show(query);
        grid.grid().setEmptyStateText(getTranslation(emptyText(counts)));
        boolean isCapped = services.tokens().count(contract, query.filter(of.zone())) >= Tokens.MOST;
        capped.setVisible(isCapped);
        capped.setText(getTranslation(
                query.ordering().equals(TokenOrdering.NEWEST) ? "token.capped" : "token.capped.sorted", Tokens.MOST));
        showToken();
    }

    private String emptyText(TokenCounts counts) {
        if (counts.all() == 0) {
            return "token.empty";
        }
        return query.isFiltered() ? "token.empty.filtered" : "token.empty.state";
    }

    private void showToken() {
        Optional<Token> token = Optional.ofNullable(query.token())
                .flatMap(id ->
                        services.tokens().find(contract, List.of(id)).stream().findFirst());
        if (token.isEmpty()) {
            closePanel();
            if (query.token() != null) {
                Notices.problem(getTranslation("token.error.not-found"));
                go(query.withToken(null));
            }
            return;
        }
        if (panel == null) {
            panel = new TokenPanel(words, deeds, mayDeleteUsed, id -> go(query.withToken(id)));
            panel.addOpenedChangeListener(change -> {
                if (!change.isOpened() && panel != null) {
                    panel = null;
                    go(query.withToken(null));
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
        new GenerationDialog(services.tokens().quota(contract), this::generate).open();
    }

    private void generate(TokenOrder order) {
        Attempt.at(words, () -> {
                    List<Token> made =
                            services.generation().generate(contract, order).tokens();
                    fresh.are(made);
                    Notices.done(getTranslation("token.generated.done", made.size()));
                })
                .ifPresent(Notices::problem);
        changed();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("token.title") + " · " + getTranslation("app.name");
    }
}
