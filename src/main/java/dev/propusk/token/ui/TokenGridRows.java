package dev.propusk.token.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.search.TokenFilter;
import dev.propusk.token.search.TokenPlace;
import dev.propusk.token.search.TokenSort;
import dev.propusk.token.search.TokenSort.By;
import dev.propusk.token.search.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of the list: asked from the database a page at a time, and remembered as they were last shown. */
class TokenGridRows {
    private static final int MOST_IN_SIGHT = 100;

    private final Tokens tokens;
    private final ContractId contract;
    private final Map<Integer, TokenPlace> shown = new HashMap<>();
    private final CallbackDataProvider<Token, Void> provider =
            new CallbackDataProvider<>(this::fetch, this::count, Token::id);
    private TokenFilter filter = TokenFilter.ALL;
    private int size;

    TokenGridRows(Tokens tokens, ContractId contract) {
        this.tokens = tokens;
        this.contract = contract;
    }

    void into(Grid<Token> grid) {
        grid.setItems(provider);
    }

    void narrow(TokenFilter to) {
        filter = to;
    }

    void refresh() {
        shown.clear();
        provider.refreshAll();
    }

    /** Whether the rows from this one to that are the same as shown, whatever has become of them. */
    boolean areSame(TokenSort ordering, int first, int last) {
        int seen = Math.clamp(last - first + 1L, 1, MOST_IN_SIGHT);
        List<Token> now = tokens.page(contract, filter, ordering, first, seen);
        boolean same = tokens.count(contract, filter) == size;
        for (int i = 0; i < now.size(); i++) {
            TokenPlace place = TokenPlace.of(now.get(i));
            same &= place.equals(shown.getOrDefault(first + i, place));
        }
        return same;
    }

    /** Shows what has become of the rows from this one to that, each where it stands. */
    void refreshInPlace(int first, int last) {
        List<TokenId> inSight = shown.entrySet().stream()
                .filter(row -> row.getKey() >= first && row.getKey() <= last)
                .map(row -> row.getValue().id())
                .toList();
        tokens.find(contract, inSight).forEach(provider::refreshItem);
    }

    private Stream<Token> fetch(Query<Token, Void> asked) {
        int offset = asked.getOffset();
        List<Token> page = page(asked, offset);
        for (int i = 0; i < page.size(); i++) {
            shown.put(offset + i, TokenPlace.of(page.get(i)));
        }
        return page.stream();
    }

    /** Who scrolls goes on from the row before; who jumps has the rows counted up to there. */
    private List<Token> page(Query<Token, Void> asked, int offset) {
        TokenSort ordering = asked.getSortOrders().stream()
                .findFirst()
                .map(TokenGridRows::ordering)
                .orElse(TokenSort.NEWEST);
        TokenPlace before = shown.get(offset - 1);
        return before != null && ordering.equals(TokenSort.NEWEST)
                ? tokens.newestAfter(contract, filter, before, asked.getLimit())
                : tokens.page(contract, filter, ordering, offset, asked.getLimit());
    }

    private int count(Query<Token, Void> asked) {
        size = tokens.count(contract, filter);
        return size;
    }

    private static TokenSort ordering(QuerySortOrder order) {
        return new TokenSort(By.valueOf(order.getSorted()), order.getDirection() == SortDirection.DESCENDING);
    }

    /** What the arrows in the columns' heads say. */
    static TokenSort ordering(List<GridSortOrder<Token>> orders) {
        return orders.stream()
                .findFirst()
                .map(order -> new TokenSort(
                        By.valueOf(order.getSorted().getKey()), order.getDirection() == SortDirection.DESCENDING))
                .orElse(TokenSort.NEWEST);
    }
}
