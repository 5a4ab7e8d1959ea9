package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenFilter;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenOrdering;
import dev.propusk.token.TokenOrdering.By;
import dev.propusk.token.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contract's tokens, a page at a time, filtered and sorted by the database; on narrow screens as cards. */
class TokenGrid extends Composite<Grid<Token>> {
    private static final String CARD = "card";
    /** From this width on there is room for the lesser columns, or for columns at all. */
    private static final int WIDE = 1_400;

    private static final int NARROW = 760;
    private static final int MOST_IN_SIGHT = 100;
    private static final String LINK = "<a class=\"code\" href=\"${item.href}\">${item.code}</a>";
    private static final String BADGE = "<span class=\"state ${item.state}\">${item.word}</span>";

    private final Tokens tokens;
    private final ContractId contract;
    private final TokenWords words;
    private final FreshTokens fresh;
    private TokenAddress query = TokenAddress.ALL;
    private TokenFilter filter = TokenFilter.ALL;
    private final Map<Integer, TokenId> rows = new HashMap<>();
    private int size;

    TokenGrid(Tokens tokens, ContractId contract, TokenWords words, FreshTokens fresh, Consumer<TokenAddress> go) {
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
        // a word longer than those that stand there at first
        grid.getColumnByKey(By.STATE.name())
                .setAutoWidth(false)
                .setWidth("13.5rem")
                .setFlexGrow(0);
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
    void show(TokenAddress wanted) {
        query = wanted;
        filter = wanted.filter(words.zone());
        List<GridSortOrder<Token>> order = wanted.ordering().equals(TokenOrdering.NEWEST)
                ? List.of()
                : List.of(new GridSortOrder<>(
                        getContent().getColumnByKey(wanted.ordering().by().name()),
                        wanted.ordering().descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING));
        if (!ordering(getContent().getSortOrder()).equals(wanted.ordering())) {
            getContent().sort(order);
        }
        refresh();
    }

    void refresh() {
        rows.clear();
        getContent().getDataProvider().refreshAll();
    }

    /** Whether the rows from this one to that are the same as shown, whatever has become of them. */
    boolean hasSameRows(int first, int last) {
        int seen = Math.clamp(last - first + 1L, 1, MOST_IN_SIGHT);
        List<Token> now = tokens.page(contract, filter, ordering(getContent().getSortOrder()), first, seen);
        boolean same = tokens.count(contract, filter) == size;
        for (int i = 0; i < now.size(); i++) {
            same &= now.get(i)
                    .id()
                    .equals(rows.getOrDefault(first + i, now.get(i).id()));
        }
        return same;
    }

    /** Shows what has become of the rows in sight, each where it stands. */
    void refreshInPlace(int first, int last) {
        List<TokenId> inSight = rows.entrySet().stream()
                .filter(row -> row.getKey() >= first && row.getKey() <= last)
                .map(Map.Entry::getValue)
                .toList();
        tokens.find(contract, inSight).forEach(getContent().getDataProvider()::refreshItem);
    }

    /** Leaves away what a window of this width has no room for. */
    void fit(int width) {
        boolean cards = width < NARROW;
        getContent()
                .getColumns()
                .forEach(column -> column.setVisible(column.getKey().equals(CARD) == cards));
        if (!cards) {
            getContent().getColumnByKey(By.GENERATED.name()).setVisible(width >= WIDE);
            getContent().getColumnByKey(By.NOTE.name()).setVisible(width >= WIDE - 250);
        }
        getContent().recalculateColumnWidths();
    }

    /** Says what an empty list means, and what to do next. */
    void empty(boolean contractIsEmpty, boolean filtered) {
        if (contractIsEmpty) {
            getContent().setEmptyStateComponent(new EmptyTokens());
        } else {
            getContent().setEmptyStateText(getTranslation(filtered ? "token.empty.filtered" : "token.empty.state"));
        }
    }

    /** What of the list a person sees, and whether nobody points at it. */
    record Sight(int first, int last, boolean isIdle) {}

    void inSight(SerializableConsumer<Sight> consumer) {
        getElement()
                .executeJs("""
                        return [this._firstVisibleIndex || 0, this._lastVisibleIndex || 0,
                          !this._firstVisibleIndex && !this.matches(':hover') && !this.contains(document.activeElement)]""")
                .then(sight -> consumer.accept(new Sight(
                        sight.get(0).asInt(), sight.get(1).asInt(), sight.get(2).asBoolean())));
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
        List<Token> page = tokens.page(contract, filter, orderingOf(asked.getSortOrders()), offset, limit);
        for (int i = 0; i < page.size(); i++) {
            rows.put(offset + i, page.get(i).id());
        }
        return page.stream();
    }

    private int count(Query<Token, Void> asked) {
        size = tokens.count(contract, filter);
        return size;
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
