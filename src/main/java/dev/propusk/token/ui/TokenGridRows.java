package dev.propusk.token.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import dev.propusk.list.PagedRows;
import dev.propusk.list.Sight;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.search.TokenFilter;
import dev.propusk.token.search.TokenPlace;
import dev.propusk.token.search.TokenSort;
import dev.propusk.token.search.TokenSort.By;
import dev.propusk.token.search.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the list: asked from the database a page at a time, and remembered as they were last shown. */
class TokenGridRows implements PagedRows.Source<Token, TokenPlace> {
    private final Tokens tokens;
    private final ContractId contract;
    private final PagedRows<Token, TokenPlace> rows = new PagedRows<>(this, Token::id, size -> {});
    private TokenFilter filter = TokenFilter.ALL;

    TokenGridRows(Tokens tokens, ContractId contract) {
        this.tokens = tokens;
        this.contract = contract;
    }

    void into(Grid<Token> grid) {
        rows.into(grid);
    }

    void narrow(TokenFilter to) {
        filter = to;
    }

    void refresh() {
        rows.refresh();
    }

    /** Whether the rows in sight are the same as shown, whatever has become of them. */
    boolean areSame(TokenSort ordering, Sight sight) {
        List<Token> now = tokens.page(contract, filter, ordering, sight.first(), sight.rows());
        return rows.areShown(sight.first(), now.stream().map(TokenPlace::of).toList()) && count() == rows.size();
    }

    /** Shows what has become of the rows from this one to that, each where it stands. */
    void refreshInPlace(int first, int last) {
        tokens.find(
                        contract,
                        rows.shown(first, last).stream().map(TokenPlace::id).toList())
                .forEach(rows::refresh);
    }

    /** Who scrolls goes on from the row before; who jumps has the rows counted up to there. */
    @Override
    public List<Token> page(Query<Token, Void> asked, @Nullable TokenPlace before) {
        TokenSort ordering = asked.getSortOrders().stream()
                .findFirst()
                .map(TokenGridRows::ordering)
                .orElse(TokenSort.NEWEST);
        return before != null && ordering.equals(TokenSort.NEWEST)
                ? tokens.newestAfter(contract, filter, before, asked.getLimit())
                : tokens.page(contract, filter, ordering, asked.getOffset(), asked.getLimit());
    }

    @Override
    public TokenPlace place(Token token, Query<Token, Void> asked) {
        return TokenPlace.of(token);
    }

    @Override
    public int count() {
        return tokens.count(contract, filter);
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
