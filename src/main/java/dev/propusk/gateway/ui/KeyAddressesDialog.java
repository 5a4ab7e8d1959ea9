package dev.propusk.gateway.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.base.AddressList;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.key.KeyAddresses;
import dev.propusk.panel.FormDialog;

/** Asks from where a gateway's key may be used. */
class KeyAddressesDialog extends FormDialog<KeyAddressesDialog.Answers> {
    private final KeyAddresses addresses;
    private final Gateway gateway;
    private final TextField list = new TextField(getTranslation("key.addresses"));

    /** What is typed. */
    public record Answers(String addresses) {}

    KeyAddressesDialog(KeyAddresses addresses, Gateway gateway) {
        super(Answers.class);
        this.addresses = addresses;
        this.gateway = gateway;
        setHeaderTitle(getTranslation("gateway.key-addresses"));
        setWidth("min(480px, 96vw)");
        list.setHelperText(getTranslation("key.addresses.help"));
        list.setWidthFull();
        form().line(list, "addresses", AddressList::isOne, getTranslation("key.addresses.error"));
        add(new Paragraph(getTranslation("gateway.key-addresses.explained", gateway.name())), list);
        offer(getTranslation("gateway.key-addresses.save")).addClickShortcut(Key.ENTER);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        list.setValue(addresses.of(gateway.contract(), gateway.id()).toString());
    }

    @Override
    protected boolean save() {
        return form().create(answers ->
                addresses.limit(gateway.contract(), gateway.id(), AddressList.parse(answers.addresses())));
    }
}
