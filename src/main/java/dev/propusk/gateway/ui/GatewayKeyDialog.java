package dev.propusk.gateway.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.panel.CopyButton;
import dev.propusk.secrets.IssuedKey;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows a gateway's key, this once, and the block that FreeRADIUS wants for it. */
class GatewayKeyDialog extends Dialog {
    GatewayKeyDialog(Keyed keyed, boolean radius) {
        setHeaderTitle(getTranslation("gateway.key.title"));
        TextField key = new TextField(getTranslation("gateway.key"));
        key.setValue(keyed.key().value());
        key.setReadOnly(true);
        key.setWidthFull();
        VerticalLayout content = new VerticalLayout(
                new Paragraph(getTranslation("gateway.key.once")),
                key,
                new CopyButton(getTranslation("gateway.key.copy"), keyed.key().value()));
        content.setPadding(false);
        if (radius) {
            Pre block = new Pre(clients(keyed));
            block.addClassName("config");
            content.add(new Paragraph(getTranslation("gateway.key.radius")), block);
        }
        add(content);
        Button close = new Button(getTranslation("gateway.key.close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(close);
        setCloseOnOutsideClick(false);
        setWidth("min(640px, 96vw)");
    }

    /** A block for each range: FreeRADIUS knows a client by one. */
    private String clients(Keyed keyed) {
        Gateway gateway = keyed.gateway();
        String name = gateway.id().toString().substring(24);
        List<String> ranges =
                gateway.sources().ranges().stream().map(Object::toString).toList();
        return IntStream.range(0, Math.max(1, ranges.size()))
                .mapToObj(i -> client(
                        i == 0 ? name : name + "-" + (i + 1), ranges.isEmpty() ? "…" : ranges.get(i), keyed.key()))
                .collect(Collectors.joining("\n"));
    }

    private String client(String name, String range, IssuedKey key) {
        return String.format(Locale.ROOT, """
                client gateway-%s {
                    ipaddr = %s
                    secret = %s
                    require_message_authenticator = yes
                    propusk_key = %s
                }""", name, range, getTranslation("gateway.key.secret"), key.value());
    }
}
