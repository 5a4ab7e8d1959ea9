package dev.propusk.support.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.base.MacAddress;
import dev.propusk.token.Token;
import dev.propusk.token.TokenState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be done with one token: by its state, move it to a new MAC, activate it by hand, annul it. */
class DeviceActions extends Composite<FlexLayout> {
    private final SupportActions deeds;
    private final Token token;
    private final Runnable done;

    /** @param done called after each deed, whether it succeeded or not */
    DeviceActions(SupportActions deeds, Token token, Instant now, Runnable done) {
        this.deeds = deeds;
        this.token = token;
        this.done = done;
        getContent().addClassName("device-actions");
        TokenState state = token.state(now);
        switch (state) {
            case UNUSED -> askMac("support.action.activate", mac -> deeds.activate(token, mac, done));
            case ACTIVE -> askMac("support.action.move", mac -> deeds.move(token, mac, done));
            case ANNULLED -> {}
        }
        if (state != TokenState.ANNULLED) {
            addAnnulment();
        }
    }

    private void addAnnulment() {
        Button annul = new Button(getTranslation("support.action.annul"), click -> deeds.annul(token, done));
        annul.addThemeVariants(ButtonVariant.ERROR);
        getContent().add(annul);
    }

    private void askMac(String key, Consumer<MacAddress> action) {
        TextField mac = new TextField(getTranslation("support.new-mac"));
        mac.setPlaceholder("AA:BB:CC:DD:EE:FF");
        Button button = new Button(getTranslation(key), click -> {
            Optional<MacAddress> address = MacAddress.read(mac.getValue());
            mac.setErrorMessage(getTranslation("support.mac.error"));
            mac.setInvalid(address.isEmpty());
            address.ifPresent(action);
        });
        getContent().add(mac, button);
    }
}
