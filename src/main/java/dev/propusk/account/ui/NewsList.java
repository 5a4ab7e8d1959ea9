package dev.propusk.account.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.propusk.base.Dates;
import dev.propusk.journal.HistoryEntry;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** What happened at a person's own login, in words, the latest first. */
class NewsList extends Composite<OrderedList> {
    /** @param zone where the reader is */
    NewsList(List<HistoryEntry> news, ZoneId zone) {
        getContent().addClassName("history");
        news.forEach(entry ->
                getContent().add(new ListItem(new Span(Dates.moment(this, entry.at(), zone)), new Span(words(entry)))));
    }

    private String words(HistoryEntry entry) {
        String from = Objects.toString(
                entry.details().getOrDefault("from", entry.actor().address()), "");
        return getTranslation(
                "profile.news." + entry.action().substring("account.".length()),
                Objects.requireNonNullElse(entry.details().get("count"), ""),
                Objects.toString(entry.details().get("device"), ""),
                from.isEmpty() ? "" : " · " + from);
    }
}
