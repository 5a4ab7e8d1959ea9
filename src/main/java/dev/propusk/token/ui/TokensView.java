package dev.propusk.token.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.token.Activation;
import dev.propusk.token.Ending;
import dev.propusk.token.Generation;
import dev.propusk.token.Quota;
import dev.propusk.token.Token;
import dev.propusk.token.TokenFilter;
import dev.propusk.token.TokenOrdering;
import dev.propusk.token.Tokens;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** A customer's tokens: the first page after signing in. */
@Route("tokens")
@Menu(title = "token.title", order = 1)
@RolesAllowed({"OWNER", "OPERATOR"})
class TokensView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final Tokens tokens;
    private final ContractId contract;
    private final Clock clock;
    private final TokenDeeds deeds;
    private final TokenWords words;
    private final Paragraph network = new Paragraph();
    private final Span unused = new Span();
    private final ProgressBar fullness = new ProgressBar();
    private final FilterBar filterBar = new FilterBar(this::filterChanged);
    private final FlexLayout selectionBar = new FlexLayout();
    private final Span chosen = new Span();
    private final Anchor printChosen = new Anchor("", getTranslation("token.print-chosen"), AnchorTarget.BLANK);
    private final Grid<Token> grid = new Grid<>();
    private TokenFilter filter = TokenFilter.ALL;

    TokensView(
            Tokens tokens,
            Generation generation,
            Activation activation,
            Ending ending,
            Contracts contracts,
            CurrentUser currentUser,
            Clock clock) {
        this.tokens = tokens;
        this.contract = currentUser.contract();
        this.clock = clock;
        Contract of = contracts.get(contract);
        this.words = new TokenWords(this, of.zone());
        this.deeds = new TokenDeeds(this, contract, generation, activation, ending, clock, this::refresh);
        network.setText(of.name());
        network.addClassName("network-name");
        setUpSelectionBar();
        setUpGrid();
        setSizeFull();
        add(header(), network, quotaLine(), filterBar, selectionBar, grid);
    }

    private FlexLayout header() {
        Anchor print = new Anchor("/sheet.pdf", getTranslation("token.print"), AnchorTarget.BLANK);
        print.setRouterIgnore(true);
        print.addClassName("button-link");
        print.setTitle(getTranslation("token.print.hint"));
        Button generate = new Button(getTranslation("token.generate"), click -> openGeneration());
        generate.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        FlexLayout header = new FlexLayout(new H1(getTranslation("token.title")), print, generate);
        header.addClassName("page-header");
        return header;
    }

    private FlexLayout quotaLine() {
        FlexLayout line = new FlexLayout(unused, fullness);
        line.addClassName("quota");
        return line;
    }

    private void setUpSelectionBar() {
        printChosen.setRouterIgnore(true);
        printChosen.addClassName("button-link");
        Button annul = new Button(
                getTranslation("token.action.annul"),
                click -> deeds.annul(List.copyOf(grid.getSelectedItems()), false));
        Button delete = new Button(
                getTranslation("token.action.delete"), click -> deeds.delete(List.copyOf(grid.getSelectedItems())));
        annul.addThemeVariants(ButtonVariant.LUMO_ERROR);
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR);
        selectionBar.add(chosen, printChosen, annul, delete);
        selectionBar.addClassName("selection-bar");
        selectionBar.setVisible(false);
    }

    private void setUpGrid() {
        column("token.code", TokenOrdering.By.CODE, token -> token.code().grouped())
                .setPartNameGenerator(row -> "code");
        column("token.kind", TokenOrdering.By.REUSE, words::kind);
        column("token.state", TokenOrdering.By.STATE, token -> words.state(token, clock.instant()))
                .setPartNameGenerator(token -> "state-" + token.state(clock.instant()));
        column(
                        "token.mac",
                        TokenOrdering.By.MAC,
                        token -> token.mac().map(MacAddress::toString).orElse("–"))
                .setPartNameGenerator(row -> "code");
        column("token.expires", TokenOrdering.By.EXPIRES, token -> words.time(token.expiresAt()));
        column("token.note", TokenOrdering.By.NOTE, token -> token.note().orElse("–"));
        column("token.generated", TokenOrdering.By.GENERATED, token -> words.time(token.generatedAt()));
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setEmptyStateText(getTranslation("token.empty"));
        grid.addItemClickListener(click -> open(click.getItem()));
        grid.addSelectionListener(selection -> selectionChanged());
        grid.setItems(new CallbackDataProvider<>(
                query -> tokens
                        .page(
                                contract,
                                filter,
                                TokenSorting.of(query.getSortOrders()),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> tokens.count(contract, filter),
                Token::id));
        grid.setSizeFull();
    }

    private Grid.Column<Token> column(String key, TokenOrdering.By by, ValueProvider<Token, String> value) {
        return grid.addColumn(value)
                .setHeader(getTranslation(key))
                .setSortProperty(by.name())
                .setAutoWidth(true)
                .setFlexGrow(1)
                .setResizable(true);
    }

    private void filterChanged() {
        UI.getCurrent().navigate(TokensView.class, filterBar.parameters());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filterBar.read(event.getLocation().getQueryParameters());
        filter = filterBar.filter(words.zone());
        refresh();
    }

    private void refresh() {
        Quota quota = tokens.quota(contract);
        unused.setText(getTranslation("token.unused", quota.unused(), quota.limit()));
        fullness.setMax(quota.limit());
        fullness.setValue(Math.min(quota.unused(), quota.limit()));
        fullness.getElement().setAttribute("aria-label", unused.getText());
        grid.deselectAll();
        grid.getDataProvider().refreshAll();
    }

    private void selectionChanged() {
        int count = grid.getSelectedItems().size();
        selectionBar.setVisible(count > 0);
        chosen.setText(getTranslation("token.chosen", count));
        String ids = grid.getSelectedItems().stream()
                .map(token -> "id=" + token.id())
                .collect(Collectors.joining("&"));
        printChosen.setHref("/sheet.pdf?" + ids);
    }

    private void openGeneration() {
        new GenerationDialog(tokens.quota(contract), deeds::generate).open();
    }

    private void open(Token clicked) {
        Token token = tokens.get(contract, clicked.id());
        new TokenDialog(words, deeds, token, tokens.family(contract, token.code()), clock.instant()).open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("token.title") + " · " + getTranslation("app.name");
    }
}
