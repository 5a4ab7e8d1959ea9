package dev.propusk.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** A plain table; the first cell of a row is its name. */
@Tag("table")
class DataTable extends Component {
    DataTable(String caption, List<String> header, List<List<String>> rows) {
        getElement().getClassList().add("data-table");
        getElement().appendChild(new Element("caption").setText(caption));
        Element head = row();
        header.forEach(name -> head.appendChild(cell("th", name).setAttribute("scope", "col")));
        getElement().appendChild(new Element("thead").appendChild(head));
        Element body = new Element("tbody");
        rows.forEach(values -> body.appendChild(filled(values)));
        getElement().appendChild(body);
    }

    private static Element filled(List<String> values) {
        Element row = row();
        row.appendChild(cell("th", values.getFirst()).setAttribute("scope", "row"));
        values.stream().skip(1).forEach(value -> row.appendChild(cell("td", value)));
        return row;
    }

    private static Element row() {
        return new Element("tr");
    }

    private static Element cell(String tag, String text) {
        return new Element(tag).setText(text);
    }
}
