package dev.propusk.webhook.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.webhook.Hook;
import dev.propusk.webhook.HookAddress;
import dev.propusk.webhook.Hooks;
import java.util.function.ObjIntConsumer;

/** Where events go, and from how few unused tokens on. */
class HookForm extends Composite<FlexLayout> {
    private static final int LOW_AT = 20;

    private final TextField address = new TextField(getTranslation("hook.address"));
    private final IntegerField lowAt = new IntegerField(getTranslation("hook.low-at"));

    /** @param save called with an address and a number that were both filled in */
    HookForm(ObjIntConsumer<String> save) {
        address.setPlaceholder("https://pms.example.com/propusk");
        address.setHelperText(getTranslation("hook.address.help"));
        address.setMaxLength(HookAddress.MAX_LENGTH);
        lowAt.setHelperText(getTranslation("hook.low-at.help"));
        lowAt.setMin(0);
        lowAt.setMax(Hooks.MAX_LOW_AT);
        lowAt.setStepButtonsVisible(true);
        lowAt.setWidth("15em");
        lowAt.setErrorMessage(getTranslation("hook.low-at.error", Hooks.MAX_LOW_AT));
        Button button = new Button(getTranslation("hook.save"), click -> submit(save));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().add(address, lowAt, button);
        getContent().addClassName("hook-form");
        clear();
    }

    private void submit(ObjIntConsumer<String> save) {
        Integer low = lowAt.getValue();
        lowAt.setInvalid(low == null || low < 0 || low > Hooks.MAX_LOW_AT);
        address.setInvalid(false);
        if (address.isEmpty()) {
            refuseAddress();
        } else if (low != null && !lowAt.isInvalid()) {
            save.accept(address.getValue(), low);
        }
    }

    void refuseAddress() {
        address.setErrorMessage(getTranslation("hook.address.error"));
        address.setInvalid(true);
    }

    void show(Hook hook) {
        address.setValue(hook.url());
        lowAt.setValue(hook.lowAt());
    }

    void clear() {
        address.clear();
        lowAt.setValue(LOW_AT);
    }
}
