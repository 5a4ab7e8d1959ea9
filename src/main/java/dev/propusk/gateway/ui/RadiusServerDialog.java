package dev.propusk.gateway.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.base.AddressList;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.gateway.freeradius.NewRadiusServer;
import dev.propusk.gateway.freeradius.RadiusServers;
import dev.propusk.panel.CopyButton;
import dev.propusk.panel.FormDialog;

/** Asks which FreeRADIUS server a key is for, and shows it, once. */
class RadiusServerDialog extends FormDialog<RadiusServerDialog.Answers> {
    private final RadiusServers servers;
    private final Runnable done;

    /** What is typed. */
    public record Answers(String name, String addresses) {
        NewRadiusServer terms() {
            return new NewRadiusServer(name, AddressList.parse(addresses));
        }
    }

    RadiusServerDialog(RadiusServers servers, Runnable done) {
        super(Answers.class);
        this.servers = servers;
        this.done = done;
        setHeaderTitle(getTranslation("radius.add.title"));
        setWidth("min(480px, 96vw)");
        TextField name = new TextField(getTranslation("radius.name"));
        TextField addresses = new TextField(getTranslation("radius.addresses"));
        name.setHelperText(getTranslation("radius.name.help"));
        name.setWidthFull();
        addresses.setHelperText(getTranslation("radius.addresses.help"));
        addresses.setWidthFull();
        form().line(name, "name", NewRadiusServer::isName, getTranslation("gateway.error.name"));
        form().line(addresses, "addresses", AddressList::isOne, getTranslation("key.addresses.error"));
        VerticalLayout fields = new VerticalLayout(name, addresses);
        fields.setPadding(false);
        add(fields);
        offer(getTranslation("radius.add")).addClickShortcut(Key.ENTER);
        name.focus();
    }

    @Override
    protected boolean save() {
        return form().create(answers -> {
            String key = servers.add(TimeOrderedId.next(), answers.terms()).value();
            done.run();
            new Made(key).open();
        });
    }

    private static final class Made extends Dialog {
        Made(String key) {
            setHeaderTitle(getTranslation("gateway.key.title"));
            String line = "PROPUSK_RADIUS_KEY=" + key;
            Pre shown = new Pre(line);
            shown.addClassName("secret");
            add(
                    new Paragraph(getTranslation("radius.key.once")),
                    shown,
                    new CopyButton(getTranslation("gateway.key.copy"), key));
            Button close = new Button(getTranslation("gateway.key.close"), click -> close());
            close.addThemeVariants(ButtonVariant.PRIMARY);
            getFooter().add(close);
            setCloseOnOutsideClick(false);
            setWidth("min(560px, 96vw)");
        }
    }
}
