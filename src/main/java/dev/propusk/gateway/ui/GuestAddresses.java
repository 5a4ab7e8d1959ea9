package dev.propusk.gateway.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.contract.Contract;
import dev.propusk.panel.CopyButton;
import dev.propusk.web.PublicSettings;

/** What is typed on the equipment so that it leads guests to the network's portal; folded away. */
class GuestAddresses extends Details {
    GuestAddresses(PublicSettings settings, Contract contract) {
        String portal = settings.at("/portal/" + contract.slug()).toString();
        setSummaryText(getTranslation("gateway.guest-addresses"));
        VerticalLayout addresses = new VerticalLayout(
                address(
                        getTranslation("gateway.guest-addresses.portal"),
                        getTranslation("gateway.guest-addresses.portal.help"),
                        portal),
                address(
                        getTranslation("gateway.guest-addresses.dhcp"),
                        getTranslation("gateway.guest-addresses.dhcp.help"),
                        portal + "/captive"));
        addresses.setPadding(false);
        add(addresses);
        setWidthFull();
    }

    private TextField address(String label, String help, String address) {
        TextField field = new TextField(label);
        field.setHelperText(help);
        field.setValue(address);
        field.setReadOnly(true);
        field.setWidthFull();
        CopyButton copy = new CopyButton("", address);
        copy.setAriaLabel(getTranslation("gateway.guest-addresses.copy", label));
        field.setSuffixComponent(copy);
        return field;
    }
}
