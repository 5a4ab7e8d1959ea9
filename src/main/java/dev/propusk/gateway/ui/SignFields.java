package dev.propusk.gateway.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.gateway.origin.Sign;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.panel.RecordForm;
import java.util.ArrayList;
import java.util.List;

/** What tells a gateway's packets from those of others at its address; folded away where nothing does. */
class SignFields extends Details {
    private final TextArea nasIdentifier = new TextArea(getTranslation("gateway.nas"));
    private final TextArea ssid = new TextArea(getTranslation("gateway.sign.SSID"));
    private final TextField realm = new TextField(getTranslation("gateway.sign.REALM"));
    private final TextField vlan = new TextField(getTranslation("gateway.sign.VLAN"));

    SignFields() {
        setSummaryText(getTranslation("gateway.signs.title"));
        ssid.setHelperText(getTranslation("gateway.sign.SSID.help"));
        nasIdentifier.setHelperText(getTranslation("gateway.nas.help"));
        realm.setHelperText(getTranslation("gateway.sign.REALM.help"));
        vlan.setHelperText(getTranslation("gateway.sign.VLAN.help"));
        Paragraph about = new Paragraph(getTranslation("gateway.signs.about"));
        about.addClassName("hint");
        FormLayout layout = new FormLayout(about, ssid, nasIdentifier, realm, vlan);
        layout.setColspan(about, 2);
        add(layout);
        setWidthFull();
    }

    void bind(RecordForm<GatewayAnswers> form) {
        form.line(
                nasIdentifier,
                "nasIdentifier",
                text -> GatewayAnswers.areSigns(() -> GatewayAnswers.ofNames(text)),
                getTranslation("gateway.error.nasIdentifier"));
        form.line(
                ssid,
                "ssid",
                text -> GatewayAnswers.areSigns(() -> GatewayAnswers.ofSsids(text)),
                getTranslation("gateway.error.ssid"));
        form.line(
                realm,
                "realm",
                text -> GatewayAnswers.areSigns(() -> GatewayAnswers.ofRealms(text)),
                getTranslation("gateway.error.realm"));
        form.line(
                vlan,
                "vlan",
                text -> GatewayAnswers.areSigns(() -> GatewayAnswers.ofVlans(text)),
                getTranslation("gateway.error.vlan"));
    }

    /** All of them in a line. */
    static String words(Component view, Signs signs) {
        List<String> parts = new ArrayList<>();
        add(parts, view, Sign.SSID, signs.ssids());
        add(parts, view, Sign.NAS_IDENTIFIER, signs.nasIdentifiers());
        add(parts, view, Sign.REALM, signs.realms());
        add(parts, view, Sign.VLAN, signs.vlans().stream().map(Object::toString).toList());
        return parts.isEmpty() ? "–" : String.join("; ", parts);
    }

    private static void add(List<String> parts, Component view, Sign sign, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(view.getTranslation("gateway.sign." + sign) + ": " + String.join(", ", values));
        }
    }
}
