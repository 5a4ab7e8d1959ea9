package dev.propusk.contract;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.data.binder.ValueContext;
import dev.propusk.panel.RecordForm;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks how fast, how long without traffic and how much; what stays empty is not limited here. */
public final class LimitFields extends CustomField<Limits> implements HasValidator<Limits> {
    private static final int KILO = 1000;

    private final NumberField down = new NumberField(getTranslation("limits.down"));
    private final NumberField up = new NumberField(getTranslation("limits.up"));
    private final IntegerField idle = new IntegerField(getTranslation("limits.idle"));
    private final NumberField traffic = new NumberField(getTranslation("limits.traffic"));

    /** @param help what it means that a field is empty */
    public LimitFields(String help) {
        super(Limits.NONE);
        setHelperText(help);
        Stream.of(down, up).forEach(speed -> {
            speed.setMin((double) Limits.MIN_KBIT / KILO);
            speed.setMax((double) Limits.MAX_KBIT / KILO);
            speed.setI18n(wrong("limits.error.speed"));
        });
        idle.setMin(1);
        idle.setMax(Limits.MAX_IDLE);
        idle.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(getTranslation("limits.error.idle"))
                .setMinErrorMessage(getTranslation("limits.error.idle"))
                .setMaxErrorMessage(getTranslation("limits.error.idle")));
        traffic.setMin(1.0 / KILO);
        traffic.setMax((double) Limits.MAX_MEGABYTES / KILO);
        traffic.setI18n(wrong("limits.error.traffic"));
        Stream.<HasValue<?, ?>>of(down, up, traffic, idle)
                .forEach(field -> field.addValueChangeListener(change -> updateValue()));
        Div fields = new Div(down, up, traffic, idle);
        fields.addClassName("label-fields");
        add(fields);
    }

    private NumberField.NumberFieldI18n wrong(String key) {
        return new NumberField.NumberFieldI18n()
                .setBadInputErrorMessage(getTranslation(key))
                .setMinErrorMessage(getTranslation(key))
                .setMaxErrorMessage(getTranslation(key));
    }

    /** As the component {@code limits} of what a form asks for. */
    public void bind(RecordForm<?> form) {
        form.bind(this, "limits", Objects::nonNull, getTranslation("limits.error"));
    }

    /** Whatever is wrong is told at its field, and keeps the whole from being saved. */
    @Override
    public Validator<Limits> getDefaultValidator() {
        return (value, context) ->
                isAnyWrong() ? ValidationResult.error(getTranslation("limits.error")) : ValidationResult.ok();
    }

    private boolean isAnyWrong() {
        ValueContext context = new ValueContext();
        return Stream.of(down, up, traffic)
                        .anyMatch(field -> field.getDefaultValidator()
                                .apply(field.getValue(), context)
                                .isError())
                || idle.getDefaultValidator().apply(idle.getValue(), context).isError();
    }

    @Override
    protected Limits generateModelValue() {
        return isAnyWrong()
                ? Limits.NONE
                : new Limits(thousands(down), thousands(up), idle.getValue(), thousands(traffic));
    }

    @Override
    protected void setPresentationValue(Limits limits) {
        down.setValue(whole(limits.downKbit()));
        up.setValue(whole(limits.upKbit()));
        idle.setValue(limits.idleMinutes());
        traffic.setValue(whole(limits.trafficMegabytes()));
    }

    private static @Nullable Integer thousands(NumberField field) {
        Double entered = field.getValue();
        return entered == null ? null : (int) Math.round(entered * KILO);
    }

    private static @Nullable Double whole(@Nullable Integer thousands) {
        return thousands == null ? null : (double) thousands / KILO;
    }
}
