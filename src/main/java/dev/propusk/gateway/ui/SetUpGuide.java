package dev.propusk.gateway.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayList.Listed;
import dev.propusk.gateway.kind.HandedField.Source;
import dev.propusk.gateway.kind.SetUpStep;
import dev.propusk.gateway.kind.SetUpValue;
import dev.propusk.gateway.redirect.Redirect;
import dev.propusk.panel.CopyButton;

/** What to type where on a gateway's equipment, with our values filled in, each to be copied. */
class SetUpGuide extends Composite<Div> {
    private final SetUpValues values;

    SetUpGuide(Listed listed, SetUpValues values) {
        this.values = values;
        Gateway gateway = listed.gateway();
        OrderedList steps = new OrderedList();
        gateway.kind().setUp().steps().forEach(step -> steps.add(item(step)));
        Div content = getContent();
        content.setWidthFull();
        content.add(steps, hint(gateway.hasRadiusSecret() ? "gateway.set-up.secret" : "gateway.set-up.key"));
        if (values.value(SetUpValue.SERVER).isEmpty()) {
            content.add(hint("gateway.set-up.no-server"));
        }
        if (gateway.kind().redirect() != Redirect.CHILLI && !listed.contract().believesLinkMac()) {
            content.add(warning("gateway.set-up.unbelieved"));
        }
        if (gateway.logins().isEmpty() && isHandedTheCode(gateway)) {
            content.add(warning("gateway.set-up.no-logins"));
        }
    }

    private static boolean isHandedTheCode(Gateway gateway) {
        return gateway.kind().wayBack().fields().stream().anyMatch(field -> field.source() == Source.USER);
    }

    private ListItem item(SetUpStep step) {
        ListItem item = new ListItem(new Paragraph(getTranslation("gateway.set-up." + step)));
        step.whole().map(file -> values.fill(file, this::blank)).ifPresent(file -> item.add(whole(file)));
        step.typed().forEach(value -> item.add(field(value)));
        return item;
    }

    private Div whole(String file) {
        Pre text = new Pre(file);
        text.addClassName("config");
        // it may be wider than the page: the keyboard scrolls it, too
        text.getElement().setAttribute("tabindex", "0");
        return new Div(text, new CopyButton(getTranslation("gateway.set-up.copy"), file));
    }

    private Component field(SetUpValue value) {
        String label = getTranslation("gateway.set-up.value." + value);
        return values.value(value)
                .<Component>map(known -> new CopyField(label, known))
                .orElseGet(() -> new Paragraph(getTranslation("gateway.set-up.unknown", label, blank(value))));
    }

    private String blank(SetUpValue value) {
        return getTranslation("gateway.set-up.blank." + value);
    }

    private Paragraph hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }

    private Paragraph warning(String key) {
        Paragraph warning = new Paragraph(getTranslation(key));
        warning.addClassName("warning");
        return warning;
    }
}
