package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenFilter;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenOrdering;
import dev.propusk.token.TokenOrdering.By;
import dev.propusk.token.Tokens;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contract's tokens, a page at a time, filtered and sorted by the database; on narrow screens as cards. */
class TokenGrid extends Composite<Grid<Token>> {
    private static final String CARD = "card";
    /** From this width on there is room for the lesser columns, or for columns at all. */
    private static final int WIDE = 1_150;

    private static final int NARROW = 760;
    private static final String LINK = "<a class=\"code\" href=\"${item.href}\">${item.code}</a>";
    private static final String BADGE = "<span class=\"state ${item.state}\">${item.word}</span>";

    private final Tokens tokens;
    private final ContractId contract;
    private final TokenWords words;
    private final FreshTokens fresh;
    private TokenQuery query = TokenQuery.ALL;
    private TokenFilter filter = TokenFilter.ALL;

    TokenGrid(Tokens tokens, ContractId contract, TokenWords words, FreshTokens fresh, Consumer<TokenQuery> go) {
        this.tokens = tokens;
        this.contract = contract;
        this.words = words;
        this.fresh = fresh;
        Grid<Token> grid = getContent();
        addColumns(grid);
        grid.setAriaLabel(getTranslation("token.title"));
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setPartNameGenerator(this::parts);
        grid.addItemClickListener(
                click -> go.accept(query.withToken(click.getItem().id())));
        grid.addSortListener(sort -> {
            if (sort.isFromClient()) {
                go.accept(query.withOrdering(ordering(sort.getSortOrder())));
            }
        });
        grid.setItems(new CallbackDataProvider<>(this::fetch, this::count, Token::id));
        grid.setSizeFull();
        grid.addClassName("tokens");
        fit(WIDE);
    }

    private void addColumns(Grid<Token> grid) {
        grid.addColumn(card()).setKey(CARD).setHeader(getTranslation("token.title"));
        grid.addColumn(code(LINK))
                .setKey(By.CODE.name())
                .setHeader(getTranslation("token.code"))
                .setSortProperty(By.CODE.name());
        column(By.REUSE, "token.kind", words::kind);
        grid.addColumn(code(BADGE))
                .setKey(By.STATE.name())
                .setHeader(getTranslation("token.state"))
                .setSortProperty(By.STATE.name());
        column(By.MAC, "token.mac", words::mac).setPartNameGenerator(row -> "figures");
        column(By.EXPIRES, "token.expires", words::expires);
        column(By.NOTE, "token.note", token -> token.note().orElse(TokenWords.NONE));
        column(By.GENERATED, "token.generated", token -> words.time(token.generatedAt()));
        grid.getColumns().forEach(column -> column.setAutoWidth(true).setResizable(true));
    }

    private Grid.Column<Token> column(By by, String header, ValueProvider<Token, String> value) {
        return getContent()
                .addColumn(value)
                .setKey(by.name())
                .setHeader(getTranslation(header))
                .setSortProperty(by.name());
    }

    private LitRenderer<Token> code(String template) {
        return LitRenderer.<Token>of(template)
                .withProperty("code", token -> token.code().grouped())
                .withProperty("href", token -> href(token.id()))
                .withProperty("state", token -> StateBadge.cssClass(words, token))
                .withProperty("word", words::state);
    }

    private LitRenderer<Token> card() {
        return code("""
                        <div class="token-card"><div>%s %s</div>
                        <div>${item.kind}${item.note}</div><div class="figures">${item.device}</div></div>""".formatted(LINK, BADGE))
                .withProperty("kind", words::kind)
                .withProperty(
                        "note", token -> token.note().map(note -> " · " + note).orElse(""))
                .withProperty(
                        "device",
                        token -> token.mac()
                                .map(mac -> mac + " · " + words.until(token))
                                .orElse(""));
    }

    private String href(TokenId id) {
        return "tokens?" + query.withToken(id).parameters().getQueryString();
    }

    private @Nullable String parts(Token token) {
        return fresh.contains(token.id()) ? "fresh" : words.isRecent(token) ? "recent" : null;
    }

    /** Shows what the query asks for; the selection of rows stays. */
    void show(TokenQuery wanted) {
        query = wanted;
        filter = wanted.filter(words.zone());
        List<GridSortOrder<Token>> order = wanted.ordering().equals(TokenOrdering.NEWEST)
                ? List.of()
                : List.of(new GridSortOrder<>(
                        getContent().getColumnByKey(wanted.ordering().by().name()),
                        wanted.ordering().descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING));
        if (!order(getContent().getSortOrder()).equals(order(order))) {
            getContent().sort(order);
        }
        refresh();
    }

    private static TokenOrdering order(List<GridSortOrder<Token>> orders) {
        return ordering(orders);
    }

    void refresh() {
        getContent().getDataProvider().refreshAll();
    }

    /** Leaves away what a window of this width has no room for. */
    void fit(int width) {
        boolean cards = width < NARROW;
        getContent()
                .getColumns()
                .forEach(column -> column.setVisible(column.getKey().equals(CARD) == cards));
        if (!cards) {
            getContent().getColumnByKey(By.GENERATED.name()).setVisible(width >= WIDE);
            getContent().getColumnByKey(By.NOTE.name()).setVisible(width >= WIDE - 200);
        }
        getContent().recalculateColumnWidths();
    }

    Grid<Token> grid() {
        return getContent();
    }

    Set<Token> selected() {
        return getContent().getSelectedItems();
    }

    private Stream<Token> fetch(Query<Token, Void> asked) {
        int offset = asked.getOffset();
        int limit = asked.getLimit();
        return tokens.page(contract, filter, orderingOf(asked.getSortOrders()), offset, limit).stream();
    }

    private int count(Query<Token, Void> asked) {
        return tokens.count(contract, filter);
    }

    private static TokenOrdering ordering(List<GridSortOrder<Token>> orders) {
        return orders.isEmpty()
                ? TokenOrdering.NEWEST
                : new TokenOrdering(
                        By.valueOf(orders.getFirst().getSorted().getKey()),
                        orders.getFirst().getDirection() == SortDirection.DESCENDING);
    }

    private static TokenOrdering orderingOf(List<QuerySortOrder> orders) {
        return orders.isEmpty()
                ? TokenOrdering.NEWEST
                : new TokenOrdering(
                        By.valueOf(orders.getFirst().getSorted()),
                        orders.getFirst().getDirection() == SortDirection.DESCENDING);
    }
}
