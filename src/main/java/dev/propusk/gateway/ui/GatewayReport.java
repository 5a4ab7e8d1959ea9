package dev.propusk.gateway.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import dev.propusk.gateway.GatewayList.Listed;
import dev.propusk.gateway.contact.Counted;
import dev.propusk.gateway.contact.Equipment;
import dev.propusk.gateway.contact.GatewayState;
import dev.propusk.gateway.disconnect.Endings.Order;
import dev.propusk.gateway.freeradius.RefusedRequests.Refused;
import dev.propusk.gateway.session.UnkeptReports;
import dev.propusk.panel.FactList;
import dev.propusk.panel.RecordGrid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that is known of a gateway's contact: what needs somebody first, then the facts, then what was refused. */
class GatewayReport extends Composite<VerticalLayout> {
    private final GatewayWords words;
    private final Clock clock;
    private final SetUpPanel setUp;
    private final Div concerns = new Div();
    private final Div facts = new Div();
    private final RecordGrid<Counted> refused = new RecordGrid<>();
    private final RecordGrid<UnkeptReports.Counted> unkept = new RecordGrid<>();
    private final RecordGrid<Refused> strangers = new RecordGrid<>();
    private final RecordGrid<Equipment> equipment = new RecordGrid<>();
    private final RecordGrid<Order> endings = new RecordGrid<>();

    /** @param trial stands between the facts and the lists */
    GatewayReport(GatewayWords words, Clock clock, SetUpPanel setUp, Component trial) {
        this.words = words;
        this.setUp = setUp;
        this.clock = clock;
        setUpRefused();
        setUpOthers();
        concerns.setWidthFull();
        facts.setWidthFull();
        VerticalLayout content = getContent();
        content.setPadding(false);
        content.add(concerns, facts, setUp, trial);
        add("gateway.refused", "gateway.refused.about", refused, "gateway.refused.empty");
        add("gateway.unkept", "gateway.unkept.about", unkept, "gateway.unkept.empty");
        add("gateway.strangers", "gateway.strangers.about", strangers, "gateway.strangers.empty");
        add("gateway.equipment", "gateway.equipment.about", equipment, "gateway.equipment.empty");
        add("gateway.endings", "gateway.endings.about", endings, "gateway.endings.empty");
    }

    private void add(String heading, String explained, Grid<?> grid, String whenEmpty) {
        grid.setAllRowsVisible(true);
        grid.setEmptyStateText(words.text(whenEmpty));
        Paragraph about = new Paragraph(words.text(explained));
        about.addClassName("hint");
        getContent().add(new H2(words.text(heading)), about, grid);
    }

    private void setUpRefused() {
        refused.text("gateway.refused.why", row -> words.text("gateway.contact." + row.contact()));
        refused.text("gateway.today", row -> String.valueOf(row.today()));
        refused.text("gateway.yesterday", row -> String.valueOf(row.yesterday()));
        refused.text("gateway.last", row -> words.moment(row.last()));
        refused.text("gateway.from", row -> words.sender(row.sender()));
        unkept.text("gateway.refused.why", row -> words.text("gateway.unkept." + row.reason()));
        unkept.text("gateway.unkept.count", row -> String.valueOf(row.count()));
        unkept.text("gateway.last", row -> words.moment(row.last()));
        strangers.text("gateway.refused.why", row -> words.text("radius.refusal." + row.refusal()));
        strangers.text("radius.refused.source", row -> GatewayWords.address(row.source()));
        strangers.text("radius.refused.ssid", row -> row.ssid().orElse(GatewayWords.NONE));
        strangers.text("radius.refused.nas", row -> row.nasIdentifier().orElse(GatewayWords.NONE));
        strangers.text("gateway.last", row -> words.moment(row.at()));
    }

    private void setUpOthers() {
        equipment.text("gateway.nas", row -> row.identifier().isEmpty() ? GatewayWords.NONE : row.identifier());
        equipment.text("gateway.equipment.source", row -> GatewayWords.address(row.source()));
        equipment.text("gateway.equipment.address", row -> GatewayWords.address(row.address()));
        equipment.text("gateway.last", row -> words.moment(row.heardAt()));
        endings.text("gateway.ending.device", row -> row.device().toString()).setPartNameGenerator(row -> "code");
        endings.text("gateway.ending.reason", words::reason);
        endings.text("gateway.ending.at", row -> words.moment(row.orderedAt()));
        endings.text("gateway.ending.tries", row -> String.valueOf(row.tries()));
        endings.text("gateway.ending.answer", words::answer);
    }

    void show(Listed gateway, GatewayState state) {
        tell(concerns(gateway, state));
        facts.removeAll();
        facts.add(facts(gateway, state));
        setUp.show(gateway, state);
        refused.setItems(state.refused());
        unkept.setItems(state.unkept());
        strangers.setItems(state.strangers());
        equipment.setItems(state.equipment());
        endings.setItems(Stream.concat(state.endings().waiting().stream(), state.endings().done().stream())
                .toList());
    }

    /** It was removed while somebody looked at it. */
    void gone() {
        tell(List.of(words.text("gateway.gone")));
    }

    private void tell(List<String> found) {
        concerns.removeAll();
        if (found.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        found.forEach(concern -> list.add(new ListItem(concern)));
        list.addClassName("warning");
        list.getElement().setAttribute("role", "status");
        concerns.add(list);
    }

    private List<String> concerns(Listed gateway, GatewayState state) {
        List<String> found = new ArrayList<>();
        if (!gateway.contract().isOpen()) {
            found.add(words.text("gateway.concern.suspended"));
        }
        if (!state.isHeard() && state.controller().isEmpty()) {
            found.add(words.text("gateway.concern.never"));
        }
        state.controller()
                .filter(controller -> controller.failure() != null)
                .ifPresent(controller -> found.add(words.controller(controller)));
        state.unreadable(clock.instant())
                .ifPresent(at -> found.add(words.text("gateway.concern.unreadable", words.moment(at))));
        state.oldKey().ifPresent(at -> found.add(words.text("gateway.concern.old-key", words.moment(at))));
        if (!state.strangers().isEmpty()) {
            found.add(words.text("gateway.concern.strangers"));
        }
        return found;
    }

    private FactList facts(Listed listed, GatewayState state) {
        FactList list = new FactList();
        list.add(
                "gateway.contract",
                listed.contract().number() + ", " + listed.contract().name());
        list.add("gateway.kind", words.text("gateway.kind." + listed.gateway().kind()));
        list.add(
                "gateway.address",
                listed.gateway().sources().isEmpty()
                        ? GatewayWords.NONE
                        : listed.gateway().sources().toString());
        list.add("gateway.signs", SignFields.words(this, listed.gateway().signs()));
        state.controller().ifPresent(controller -> list.add("gateway.controller", words.controller(controller)));
        list.add(
                "gateway.question",
                state.question().map(words::contact).orElseGet(() -> words.text("gateway.question.never")));
        list.add("gateway.report", report(state));
        list.add("gateway.a-minute", String.valueOf(state.aMinute()));
        list.add("gateway.online", String.valueOf(state.online()));
        list.add("gateway.waiting", String.valueOf(state.endings().waiting().size()));
        return list;
    }

    /** Reports of before this was counted are known by the equipment that sent them. */
    private String report(GatewayState state) {
        return state.reportedAt()
                .map(at -> state.report()
                        .map(last -> words.text("gateway.report.line", words.moment(at), words.sender(last.sender())))
                        .orElseGet(() -> words.moment(at)))
                .orElseGet(() -> words.text("gateway.report.never"));
    }
}
