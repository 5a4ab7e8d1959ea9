package dev.propusk.webhook.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.panel.RecordForm;
import dev.propusk.webhook.HookAddress;
import dev.propusk.webhook.Hooks;

/** Where events go, and from how few unused tokens on. */
class HookForm extends Composite<Div> {
    private final RecordForm<HookAnswers> form = new RecordForm<>(HookAnswers.class);

    HookForm(Runnable save) {
        TextField address = new TextField(getTranslation("hook.address"));
        IntegerField lowAt = new IntegerField(getTranslation("hook.low-at"));
        address.setPlaceholder("https://pms.example.com/propusk");
        address.setHelperText(getTranslation("hook.address.help"));
        address.setMaxLength(HookAddress.MAX_LENGTH);
        lowAt.setHelperText(getTranslation("hook.low-at.help"));
        lowAt.setMin(0);
        lowAt.setMax(Hooks.MAX_LOW_AT);
        lowAt.setStepButtonsVisible(true);
        lowAt.setWidth("15em");
        form.line(address, "address", text -> !text.isEmpty(), getTranslation("hook.address.error"));
        form.bind(lowAt, "lowAt", HookAnswers::isLowAt, getTranslation("hook.low-at.error", Hooks.MAX_LOW_AT));
        Button button = new Button(getTranslation("hook.save"), click -> save.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        FlexLayout fields = new FlexLayout(address, lowAt, button);
        fields.addClassName("hook-form");
        getContent().setWidthFull();
        getContent().add(form.notice(), fields);
    }

    RecordForm<HookAnswers> form() {
        return form;
    }

    void refuseAddress() {
        form.refuse("address", getTranslation("hook.address.error"));
    }
}
