package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.base.MacAddress;
import java.util.Optional;
import java.util.function.Function;

/** Asks for a device's address and does something with it; stays, with the reason, where that was refused. */
class MacForm extends Composite<FlexLayout> {
    private final TextField mac = new TextField();
    private final Function<MacAddress, Optional<String>> action;

    /**
     * @param action answers with what was refused
     */
    MacForm(String label, String help, String button, Function<MacAddress, Optional<String>> action) {
        this.action = action;
        mac.setLabel(label);
        mac.setHelperText(help);
        mac.setPlaceholder("AA:BB:CC:DD:EE:FF");
        mac.setManualValidation(true);
        mac.addKeyPressListener(Key.ENTER, press -> submit());
        getContent().addClassName("field-and-button");
        getContent().add(mac, new Button(button, click -> submit()));
    }

    boolean isEmpty() {
        return mac.isEmpty();
    }

    private void submit() {
        Optional<MacAddress> address = MacAddress.read(mac.getValue());
        Optional<String> refused =
                address.isEmpty() ? Optional.of(getTranslation("token.mac.error")) : action.apply(address.get());
        mac.setInvalid(refused.isPresent());
        mac.setErrorMessage(refused.orElse(null));
    }
}
