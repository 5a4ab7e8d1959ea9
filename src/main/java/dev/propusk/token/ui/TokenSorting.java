package dev.propusk.token.ui;

import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import dev.propusk.token.TokenOrdering;
import java.util.List;

/** The grid's sort order in the domain's words. */
final class TokenSorting {
    private TokenSorting() {}

    static TokenOrdering of(List<QuerySortOrder> orders) {
        if (orders.isEmpty()) {
            return TokenOrdering.NEWEST;
        }
        QuerySortOrder first = orders.getFirst();
        return new TokenOrdering(
                TokenOrdering.By.valueOf(first.getSorted()), first.getDirection() == SortDirection.DESCENDING);
    }
}
