package dev.propusk.token.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import dev.propusk.list.Sight;
import dev.propusk.panel.WindowWidth;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.search.TokenSort;
import dev.propusk.token.search.TokenSort.By;
import dev.propusk.token.search.Tokens;
import dev.propusk.token.ui.generate.FreshTokens;
import dev.propusk.token.ui.part.TokenWords;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A contract's tokens, a page at a time, filtered and sorted by the database; on narrow screens as cards. */
class TokenGrid extends Composite<Grid<Token>> {
    private static final String CARD = "card";
    /** From this width on there is room for the lesser columns, or for columns at all. */
    private static final int WIDE = 1_400;

    /** The component names them in English only. */
    private static final String NAME_CHECKBOXES = """
            const name = () => this.querySelectorAll('vaadin-checkbox').forEach(box => {
              if (box.accessibleName === 'Select Row') { box.accessibleName = $0; }
              if (box.accessibleName === 'Select All') { box.accessibleName = $1; }
            });
            new MutationObserver(name).observe(this, {childList: true, subtree: true});
            name();""";

    private final TokenWords words;
    private final FreshTokens fresh;
    private final TokenGridRows rows;
    private TokenAddress query = TokenAddress.ALL;

    TokenGrid(Tokens tokens, ContractId contract, TokenWords words, FreshTokens fresh, Consumer<TokenAddress> go) {
        this.words = words;
        this.fresh = fresh;
        this.rows = new TokenGridRows(tokens, contract);
        Grid<Token> grid = getContent();
        addColumns(grid);
        grid.setAriaLabel(getTranslation("token.title"));
        GridMultiSelectionModel<Token> selection =
                (GridMultiSelectionModel<Token>) grid.setSelectionMode(Grid.SelectionMode.MULTI);
        selection.setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.VISIBLE);
        grid.setPartNameGenerator(this::parts);
        grid.addItemClickListener(
                click -> go.accept(query.withToken(click.getItem().id())));
        grid.addSortListener(sort -> {
            if (sort.isFromClient()) {
                go.accept(query.withOrdering(TokenGridRows.ordering(sort.getSortOrder())));
            }
        });
        rows.into(grid);
        grid.setSizeFull();
        grid.addClassName("tokens");
        fit(WIDE);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs(NAME_CHECKBOXES, getTranslation("token.choose"), getTranslation("token.choose-all"));
    }

    private void addColumns(Grid<Token> grid) {
        TokenCells cells = new TokenCells(words, this::href);
        grid.addColumn(cells.card()).setKey(CARD).setHeader(getTranslation("token.title"));
        grid.addColumn(cells.code())
                .setKey(By.CODE.name())
                .setHeader(getTranslation("token.code"))
                .setSortProperty(By.CODE.name());
        column(By.REUSE, "token.kind", words::kind);
        grid.addColumn(cells.state())
                .setKey(By.STATE.name())
                .setHeader(getTranslation("token.state"))
                .setSortProperty(By.STATE.name());
        column(By.MAC, "token.mac", words::mac).setPartNameGenerator(row -> "figures");
        column(By.EXPIRES, "token.expires", words::expiresUnlessEnded);
        column(By.NOTE, "token.note", token -> token.note().orElse(TokenWords.NONE));
        column(By.GENERATED, "token.generated", token -> words.time(token.generatedAt()));
        grid.getColumns().forEach(column -> column.setAutoWidth(true).setResizable(true));
        grid.getColumnByKey(CARD).setAutoWidth(false).setWidth("12rem");
        // what is left over, and no more: a long note is cut instead of pushing the others out
        grid.getColumnByKey(By.NOTE.name()).setAutoWidth(false).setWidth("6rem");
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

    private String href(TokenId id) {
        return "tokens?" + query.withToken(id).parameters().getQueryString();
    }

    private @Nullable String parts(Token token) {
        return fresh.contains(token.id()) ? "fresh" : words.isRecent(token) ? "recent" : null;
    }

    /** Shows what the query asks for; the selection of rows stays. */
    void show(TokenAddress wanted) {
        query = wanted;
        rows.narrow(wanted.filter(words.zone()));
        if (!ordering().equals(wanted.ordering())) {
            getContent().sort(arrows(wanted.ordering()));
        }
        refresh();
    }

    private TokenSort ordering() {
        return TokenGridRows.ordering(getContent().getSortOrder());
    }

    private List<GridSortOrder<Token>> arrows(TokenSort ordering) {
        return ordering.equals(TokenSort.NEWEST)
                ? List.of()
                : List.of(new GridSortOrder<>(
                        getContent().getColumnByKey(ordering.by().name()),
                        ordering.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING));
    }

    void refresh() {
        rows.refresh();
    }

    /** Whether what is in sight stands where it stood, whatever has become of it. */
    boolean hasSameRows(Sight sight) {
        return rows.areSame(ordering(), sight);
    }

    /** Shows what has become of the rows in sight, each where it stands. */
    void refreshInPlace(Sight sight) {
        rows.refreshInPlace(sight.first(), sight.last());
    }

    /** Leaves away what a window of this width has no room for. */
    void fit(int width) {
        boolean cards = width < WindowWidth.NARROW;
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

    void inSight(SerializableConsumer<Sight> consumer) {
        Sight.of(getContent(), consumer);
    }

    Grid<Token> grid() {
        return getContent();
    }

    Set<Token> selected() {
        return getContent().getSelectedItems();
    }
}
