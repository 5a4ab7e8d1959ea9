package dev.propusk.support.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker.DateTimePickerI18n;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.base.ZoneName;
import dev.propusk.panel.RecordForm;
import dev.propusk.support.InvalidQuestionException;
import dev.propusk.support.Question;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks what support was asked, and for the reason. */
class QuestionForm extends Composite<FlexLayout> {
    private final TextField text = new TextField(getTranslation("support.question"));
    private final TextField contract = new TextField(getTranslation("support.question.contract"));
    private final DateTimePicker from = new DateTimePicker(getTranslation("support.question.from"));
    private final DateTimePicker to = new DateTimePicker(getTranslation("support.question.to"));
    private final ComboBox<ZoneId> zone = new ComboBox<>(getTranslation("support.zone"));
    private final TextField reason = new TextField(getTranslation("support.reason"));
    private final RecordForm<Question> form = new RecordForm<>(Question.class);
    private final ZoneId usual;
    private final Consumer<Question> ask;

    /**
     * @param usual the zone of the times, until another one is chosen
     * @param ask takes the question; what it throws as {@link InvalidQuestionException} is shown at its field
     */
    QuestionForm(ZoneId usual, Consumer<Question> ask) {
        this.usual = usual;
        this.ask = ask;
        text.setHelperText(getTranslation("support.question.help"));
        text.addClassName("wide-field");
        contract.setHelperText(getTranslation("support.question.contract.help"));
        from.setHelperText(getTranslation("support.question.from.help"));
        setUp(from, "support.question.from");
        setUp(to, "support.question.to");
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equals("UTC") || (id.contains("/") && !id.startsWith("Etc/")))
                .sorted()
                .map(ZoneId::of)
                .toList());
        zone.setItemLabelGenerator(ZoneName::of);
        zone.setValue(usual);
        reason.setHelperText(getTranslation("support.reason.help"));
        reason.addClassName("wide-field");
        bind();
        Button find = new Button(getTranslation("support.find"), click -> submit());
        find.addThemeVariants(ButtonVariant.PRIMARY);
        find.addClickShortcut(Key.ENTER).listenOn(getContent());
        getContent().addClassName("question");
        getContent().add(text, contract, from, to, zone, reason, find);
    }

    private void setUp(DateTimePicker picker, String label) {
        picker.setDatePickerI18n(DateTexts.of(key -> getTranslation(key)));
        picker.setI18n(new DateTimePickerI18n()
                .setBadInputErrorMessage(getTranslation("support.question.no-time"))
                .setIncompleteInputErrorMessage(getTranslation("support.question.half-a-time")));
        picker.setLocale(getLocale());
        picker.setDateAriaLabel(getTranslation(label) + ", " + getTranslation("support.question.date"));
        picker.setTimeAriaLabel(getTranslation(label) + ", " + getTranslation("support.question.time"));
        picker.setDatePlaceholder(getTranslation("support.question.date"));
        picker.setTimePlaceholder(getTranslation("support.question.time"));
    }

    private void bind() {
        form.line(text, "text", typed -> true, getTranslation("support.fault.TEXT"));
        form.field(contract, "contract")
                .withConverter(QuestionForm::orNull, number -> Objects.toString(number, ""))
                .bind("contract");
        form.bind(from, "from");
        form.bind(to, "to");
        form.field(zone, "zone")
                .withConverter(chosen -> chosen == null ? usual : chosen, chosen -> chosen)
                .bind("zone");
        form.line(reason, "reason", Question::isReason, getTranslation("support.fault.REASON"));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private void submit() {
        try {
            form.create(ask);
        } catch (InvalidQuestionException e) {
            String wrong = switch (e.fault()) {
                case TEXT -> "text";
                case CONTRACT -> "contract";
                case PERIOD -> "to";
                case ADDRESS_NEEDS_TIME -> "from";
                case REASON -> "reason";
            };
            form.refuse(wrong, getTranslation("support.fault." + e.fault()));
        }
    }

    /** The question as a part of the page's address; never the reason. */
    QueryParameters parameters(Question question) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("q", question.text());
        put(values, "contract", question.contract());
        put(values, "from", question.from());
        put(values, "to", question.to());
        values.put("zone", question.zone().getId());
        return QueryParameters.simple(values);
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    /** Takes the question from an address; it is asked once a reason is given. */
    void read(QueryParameters parameters) {
        text.setValue(parameters.getSingleParameter("q").orElse(""));
        contract.setValue(parameters.getSingleParameter("contract").orElse(""));
        from.setValue(time(parameters.getSingleParameter("from")));
        to.setValue(time(parameters.getSingleParameter("to")));
        zone.setValue(zone(parameters.getSingleParameter("zone")));
    }

    private static @Nullable LocalDateTime time(Optional<String> text) {
        try {
            return text.map(LocalDateTime::parse).orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private ZoneId zone(Optional<String> text) {
        try {
            return text.map(ZoneId::of).orElse(usual);
        } catch (DateTimeException e) {
            return usual;
        }
    }
}
