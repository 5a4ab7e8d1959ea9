package dev.propusk.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** A picture of figures, drawn by Chart.js, which the application serves itself. Readers of screens are told its summary. */
@Tag("div")
@JavaScript("context://webjars/chart.js/4.5.1/dist/chart.umd.js")
@JavaScript("context://js/chart.js")
class Chart extends Component {
    private static final JsonMapper JSON = new JsonMapper();

    Chart() {
        getElement().getClassList().add("chart");
        getElement().setAttribute("role", "img");
        Element canvas = new Element("canvas");
        canvas.setAttribute("aria-hidden", "true");
        getElement().appendChild(canvas);
    }

    void show(ChartContent content) {
        getElement().setAttribute("aria-label", content.title() + ". " + content.summary());
        getElement().executeJs("window.propuskChart.draw(this, $0)", JSON.writeValueAsString(content.data()));
    }

    /** @param file with its ending */
    void download(String file) {
        getElement().executeJs("window.propuskChart.download(this, $0)", file);
    }
}
