package dev.propusk.list;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.panel.RecordGrid;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A list of records and the field above it that searches it; what is looked for stands in the page's address as {@code q}.
 * It asks for nothing before {@link #show}.
 *
 * @param <T> one record
 */
public final class SearchedList<T> extends Composite<VerticalLayout> {
    private static final int LONGEST_SEARCH = 100;
    private static final int SHORT = 50;

    private String whenEmpty;
    private final TextField search;
    private final FlexLayout bar = new FlexLayout();
    private final Paragraph capped = new Paragraph();
    private final RecordGrid<T> grid = new RecordGrid<>();
    private final SearchedRows<T> found;
    private final PagedRows<T, Place> rows;
    private final LiveNotice notice = new LiveNotice(this::refresh);
    private boolean searchAlways = true;

    /**
     * @param searchFor the text's key that says what can be looked for
     * @param whenEmpty the text's key for when there is no record at all
     * @param keys what it can be sorted by; at first by the first of them
     */
    public SearchedList(
            Searchable<T> list, List<SortKey<T>> keys, ValueProvider<T, UUID> id, String searchFor, String whenEmpty) {
        this.whenEmpty = whenEmpty;
        this.search = new TextField(getTranslation(searchFor));
        this.found = new SearchedRows<>(list, keys, id);
        this.rows = new PagedRows<>(found, id::apply, this::counted);
        search.setClearButtonVisible(true);
        search.setMaxLength(LONGEST_SEARCH);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(bounded(change.getValue()));
            }
        });
        rows.into(grid);
        bar.add(search);
        bar.addClassName("filter-bar");
        capped.addClassName("capped");
        capped.setVisible(false);
        getContent().setSizeFull();
        getContent().setPadding(false);
        getContent().add(bar, capped, notice, grid);
    }

    /** The search is offered only where there is more than a look can take in. */
    public void searchOnlyIfLong() {
        searchAlways = false;
        bar.setVisible(false);
    }

    /**
     * What is said where there is no record at all.
     *
     * @param key of the text
     */
    public void emptyText(String key) {
        whenEmpty = key;
    }

    private static void go(String text) {
        UI ui = UI.getCurrent();
        QueryParameters others = ui.getActiveViewLocation().getQueryParameters().excluding("q");
        ui.navigate(ui.getActiveViewLocation().getPath(), text.isEmpty() ? others : others.merging("q", text));
    }

    /** Shows what the page's address asks for. */
    public void show(AfterNavigationEvent event) {
        String text = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("q")
                .map(SearchedList::bounded)
                .orElse("");
        search.setValue(text);
        found.search(text);
        grid.setEmptyStateText(getTranslation(text.isEmpty() ? whenEmpty : "list.nothing-found"));
        rows.refresh();
    }

    private static String bounded(String text) {
        return text.strip().substring(0, Math.min(text.strip().length(), LONGEST_SEARCH));
    }

    /** Shows what has become of it, where it is scrolled to. */
    public void refresh() {
        notice.clear();
        rows.refresh();
    }

    /** Shows what others have made of it; where somebody is at work in it, each row stays where it stands until they ask. */
    public void changedElsewhere() {
        Sight.of(grid, sight -> {
            Map<Place, T> now = found.inSight(sight);
            if (sight.isIdle() || (rows.areShown(sight.first(), List.copyOf(now.keySet())) && isAsLong())) {
                refresh();
            } else {
                now.values().forEach(rows::refresh);
                notice.news();
            }
        });
    }

    private boolean isAsLong() {
        return rows.size() == found.count();
    }

    /** Says that what is shown may be of a moment ago. */
    public void databaseAway() {
        notice.databaseAway();
    }

    private void counted(int size) {
        boolean isSearched = !search.isEmpty();
        int most = isSearched ? Pages.MOST_FOUND : Pages.MOST;
        capped.setVisible(size >= most);
        capped.setText(getTranslation("list.capped", most / 1_000));
        bar.setVisible(searchAlways || isSearched || size > SHORT);
    }

    public RecordGrid<T> grid() {
        return grid;
    }
}
