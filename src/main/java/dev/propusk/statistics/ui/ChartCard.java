package dev.propusk.statistics.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.propusk.base.Csv;
import java.nio.charset.StandardCharsets;

/** A chart, the same figures as a table, and both to take along. */
class ChartCard extends Composite<Section> {
    ChartCard(ChartContent content) {
        Chart chart = new Chart();
        chart.show(content);
        Button png = new Button("PNG", click -> chart.download(content.file() + ".png"));
        png.setAriaLabel(getTranslation("statistics.png", content.title()));
        Anchor csv = new Anchor(csv(content), "CSV");
        csv.setAriaLabel(getTranslation("statistics.csv", content.title()));
        csv.addClassName("button-link");
        Div downloads = new Div(png, csv);
        downloads.addClassName("chart-downloads");
        DataTable table = new DataTable(content.title(), content.header(), content.rows());
        Div scrolled = new Div();
        scrolled.getElement().appendChild(table.getElement());
        scrolled.addClassName("data-table-box");
        scrolled.getElement().setAttribute("tabindex", "0");
        scrolled.getElement().setAttribute("role", "group");
        scrolled.getElement().setAttribute("aria-label", content.title());
        NativeDetails details = new NativeDetails(getTranslation("statistics.table"), scrolled);
        getContent().addClassName("chart-card");
        getContent().add(new H2(content.title()), new Paragraph(content.summary()));
        getContent().getElement().appendChild(chart.getElement());
        getContent().add(details, downloads);
    }

    private static DownloadHandler csv(ChartContent content) {
        byte[] bytes = new Csv(';').table(content.header(), content.rows()).getBytes(StandardCharsets.UTF_8);
        return event -> {
            event.setFileName(content.file() + ".csv");
            event.setContentType("text/csv; charset=utf-8");
            event.getOutputStream().write(bytes);
        };
    }
}
