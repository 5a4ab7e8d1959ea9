package dev.propusk.gateway.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.kind.DevicePlace;
import dev.propusk.gateway.kind.Meanings;
import dev.propusk.panel.RecordForm;

/** What a gateway's packets mean: as with others of its kind, where nothing is chosen; folded away. */
class MeaningFields extends Details {
    private final Select<Boolean> refused = new Select<>();
    private final Select<Boolean> strangers = new Select<>();
    private final Select<DevicePlace> device = new Select<>();

    MeaningFields() {
        setSummaryText(getTranslation("gateway.meanings.title"));
        setUp(refused, getTranslation("gateway.meaning.refused"), getTranslation("gateway.meaning.refused.help"));
        setUp(strangers, getTranslation("gateway.meaning.strangers"), getTranslation("gateway.meaning.strangers.help"));
        device.setLabel(getTranslation("gateway.meaning.device"));
        device.setHelperText(getTranslation("gateway.meaning.device.help"));
        device.setItems(DevicePlace.values());
        device.setItemLabelGenerator(this::words);
        device.setEmptySelectionAllowed(true);
        Paragraph about = new Paragraph(getTranslation("gateway.meanings.about"));
        about.addClassName("hint");
        FormLayout layout = new FormLayout(about, refused, strangers, device);
        layout.setColspan(about, 2);
        add(layout);
        setWidthFull();
    }

    private void setUp(Select<Boolean> field, String label, String help) {
        field.setLabel(label);
        field.setHelperText(help);
        field.setItems(true, false);
        field.setItemLabelGenerator(this::words);
        field.setEmptySelectionAllowed(true);
    }

    void bind(RecordForm<GatewayAnswers> form) {
        form.bind(refused, "refusedIsHere");
        form.bind(strangers, "putsOffStrangers");
        form.bind(device, "devicePlace");
    }

    /** Says what is usual with this kind, which holds where nothing is chosen. */
    void tell(GatewayKind kind) {
        Meanings usual = kind.meanings();
        refused.setEmptySelectionCaption(usual(words(usual.refusedIsHere())));
        strangers.setEmptySelectionCaption(usual(words(usual.putsOffStrangers())));
        device.setEmptySelectionCaption(usual(words(usual.device())));
    }

    private String usual(String what) {
        return getTranslation("gateway.meaning.usual", what);
    }

    private String words(Boolean answer) {
        return answer == null ? "" : getTranslation(answer ? "gateway.meaning.yes" : "gateway.meaning.no");
    }

    private String words(DevicePlace place) {
        return place == null ? "" : getTranslation("gateway.meaning.device." + place);
    }
}
