package dev.propusk.statistics.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.propusk.base.PageTitle;
import dev.propusk.base.ZoneName;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.statistics.Period;
import dev.propusk.statistics.Report;
import dev.propusk.statistics.Statistics;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Map;

/** How busy a network was, and whether its tokens will last. */
@Route("statistics")
@Menu(title = "statistics.title", order = 2, icon = "vaadin:bar-chart")
@RolesAllowed("OWNER")
class StatisticsView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final Statistics statistics;
    private final ContractId contract;
    private final RadioButtonGroup<Period> period = new RadioButtonGroup<>();
    private final Div figures = new Div();
    private final Div charts = new Div();
    private final Paragraph zone = new Paragraph();

    StatisticsView(Statistics statistics, CurrentUser currentUser) {
        this.statistics = statistics;
        this.contract = currentUser.contract();
        period.setItems(Period.values());
        period.setItemLabelGenerator(one -> getTranslation("statistics.period", one.days()));
        period.setAriaLabel(getTranslation("statistics.period.label"));
        period.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        period.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent().navigate(StatisticsView.class, parameters(change.getValue()));
            }
        });
        FlexLayout header = new FlexLayout(new H1(getTranslation("statistics.title")), period);
        header.addClassName("page-header");
        figures.addClassName("figures");
        charts.addClassName("charts");
        add(header, figures, charts, zone);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Period chosen = period(event.getLocation().getQueryParameters());
        period.setValue(chosen);
        show(statistics.report(contract, chosen));
    }

    private void show(Report report) {
        zone.setText(getTranslation("statistics.zone", ZoneName.of(report.zone())));
        figures.removeAll();
        String more = report.devicesNow() < Report.MOST_DEVICES ? "" : "+";
        figures.add(
                figure("statistics.figure.period", report.total(), ""),
                figure("statistics.figure.today", report.today(), ""),
                figure("statistics.figure.devices", report.devicesNow(), more),
                figure("statistics.figure.unused", report.unusedNow(), ""));
        report.onlineNow().ifPresent(online -> figures.add(figure("statistics.figure.online", online, "")));
        charts.removeAll();
        StatisticsWords words = new StatisticsWords(this, report);
        if (report.total() == 0) {
            charts.add(empty());
        } else {
            charts.add(new ChartCard(words.days()), new ChartCard(words.hours()), new ChartCard(words.kinds()));
        }
        if (!report.unused().isEmpty()) {
            charts.add(new ChartCard(words.unused()));
        }
    }

    private Div empty() {
        Anchor tokens = new Anchor("tokens", getTranslation("statistics.empty.tokens"));
        Div empty = new Div(new Paragraph(getTranslation("statistics.empty")), tokens);
        empty.addClassName("chart-card");
        return empty;
    }

    /** @param label the key of what is counted, in the form that goes with the number */
    private Div figure(String label, int count, String more) {
        Span number = new Span(NumberFormat.getIntegerInstance(getLocale()).format(count) + more);
        number.addClassName("figure-number");
        Div figure = new Div(number, new Span(getTranslation(label, count)));
        figure.addClassName("figure");
        return figure;
    }

    private static QueryParameters parameters(Period chosen) {
        return QueryParameters.simple(Map.of("days", String.valueOf(chosen.days())));
    }

    /** A month where the address says nothing that makes sense. */
    private static Period period(QueryParameters parameters) {
        String days = parameters.getSingleParameter("days").orElse("");
        return Arrays.stream(Period.values())
                .filter(one -> String.valueOf(one.days()).equals(days))
                .findFirst()
                .orElse(Period.MONTH);
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "statistics.title");
    }
}
