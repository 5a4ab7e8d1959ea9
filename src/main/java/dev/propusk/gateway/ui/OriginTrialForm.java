package dev.propusk.gateway.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.freeradius.OriginTrial;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Choice;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.panel.RecordForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks what a RADIUS packet would say, and tells whose it would be. */
class OriginTrialForm extends Composite<VerticalLayout> {
    private final OriginTrial trial;
    private final Contracts contracts;
    private final RecordForm<Packet> form = new RecordForm<>(Packet.class);
    private final Paragraph answer = new Paragraph();

    /** What is typed; only the address is needed. */
    public record Packet(String source, String called, String nas, String user, String vlan) {
        Asked asked() {
            return Asked.of(
                    Optional.of(called),
                    Optional.of(nas),
                    Optional.of(user),
                    Stream.of(vlan).filter(text -> !text.isEmpty()));
        }
    }

    OriginTrialForm(OriginTrial trial, Contracts contracts) {
        this.trial = trial;
        this.contracts = contracts;
        FormLayout layout = new FormLayout();
        layout.add(field("source", "radius.try.source", "radius.try.source.error"));
        layout.add(field("called", "radius.try.called", ""));
        layout.add(field("nas", "gateway.nas", ""));
        layout.add(field("user", "radius.try.user", ""));
        layout.add(field("vlan", "radius.try.vlan", ""));
        answer.getElement().setAttribute("role", "status");
        answer.addClassName("notice");
        answer.setVisible(false);
        Button ask = new Button(
                getTranslation("radius.try.ask"), click -> form.read().ifPresent(this::tell));
        ask.addClickShortcut(Key.ENTER).listenOn(getContent());
        layout.setWidthFull();
        answer.setWidthFull();
        getContent().setPadding(false);
        getContent().add(layout, ask, answer);
    }

    private TextField field(String component, String label, String error) {
        TextField field = new TextField(getTranslation(label));
        form.line(
                field,
                component,
                text -> error.isEmpty() || isAddress(text),
                error.isEmpty() ? "" : getTranslation(error));
        return field;
    }

    private static boolean isAddress(String text) {
        return Sources.areSome(text) && Sources.parse(text).first().isPresent();
    }

    private void tell(Packet packet) {
        NetworkAddress source = Sources.parse(packet.source()).first().orElseThrow();
        Choice<GatewayCaller> choice = trial.whose(source, packet.asked());
        answer.setText(choice.chosen()
                .map(this::words)
                .orElseGet(() -> getTranslation(
                        "radius.try.nobody",
                        choice.refusal()
                                .map(why -> getTranslation("radius.refusal." + why))
                                .orElse(""))));
        answer.setVisible(true);
    }

    private String words(GatewayCaller gateway) {
        Contract contract = contracts.find(List.of(gateway.contract())).getFirst();
        return getTranslation("radius.try.found", gateway.name(), contract.number(), contract.name());
    }
}
