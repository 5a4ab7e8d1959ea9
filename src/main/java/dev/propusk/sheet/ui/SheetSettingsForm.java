package dev.propusk.sheet.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.propusk.panel.RecordForm;
import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetPaper;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.SheetSort;
import java.util.List;
import java.util.Locale;

/** What can be set about a sheet. */
class SheetSettingsForm extends Composite<VerticalLayout> {
    private final RadioButtonGroup<SheetLanguage> language = new RadioButtonGroup<>();
    private final RadioButtonGroup<SheetPaper> paper = new RadioButtonGroup<>();
    private final RadioButtonGroup<SheetSort> order = new RadioButtonGroup<>();
    private final TextArea instructions = new TextArea(getTranslation("sheet.settings.instructions"));
    private final Checkbox qrCode = new Checkbox(getTranslation("sheet.settings.qr-code"));
    private final Checkbox cutLines = new Checkbox(getTranslation("sheet.settings.cut-lines"));
    private final Checkbox receiptStub = new Checkbox(getTranslation("sheet.settings.receipt-stub"));
    private final RecordForm<SheetSettings> form = new RecordForm<>(SheetSettings.class);

    /**
     * An empty form.
     *
     * @param languages that a sheet may speak
     * @param changed called whenever something else stands in the form
     */
    SheetSettingsForm(List<Locale> languages, Runnable changed) {
        setUp(paper, SheetPaper.values(), "sheet.settings.paper");
        paper.setItemLabelGenerator(item -> getTranslation("sheet.settings.paper." + item));
        language.setLabel(getTranslation("sheet.settings.language"));
        language.setItems(SheetLanguage.among(languages));
        language.setItemLabelGenerator(this::name);
        setUp(order, SheetSort.values(), "sheet.settings.order");
        order.setItemLabelGenerator(item -> getTranslation("sheet.settings.order." + item));
        setUpInstructions();
        qrCode.setHelperText(getTranslation("sheet.settings.qr-code.help"));
        paper.addValueChangeListener(change -> receiptStub.setVisible(change.getValue() == SheetPaper.RECEIPT));
        bind();
        form.onChange(changed);
        getContent().setPadding(false);
        getContent().addClassName("sheet-form");
        getContent().add(form.notice(), paper, receiptStub, language, instructions, qrCode, cutLines, order);
    }

    private <E extends Enum<E>> void setUp(RadioButtonGroup<E> group, E[] items, String label) {
        group.setLabel(getTranslation(label));
        group.setItems(items);
    }

    /** A language that this page's has no word for is named in its own. */
    private String name(SheetLanguage item) {
        return switch (item.name()) {
            case "RUSSIAN", "ENGLISH", "BOTH" -> getTranslation("sheet.settings.language." + item.name());
            default -> getTranslation(item.locales().getFirst(), "portal.language");
        };
    }

    private void setUpInstructions() {
        instructions.setWidthFull();
        instructions.setMinRows(3);
        instructions.setPlaceholder(getTranslation("sheet.settings.instructions.usual"));
        instructions.setValueChangeMode(ValueChangeMode.LAZY);
        instructions.addValueChangeListener(change -> tellLength());
        tellLength();
    }

    private void tellLength() {
        String typed = instructions.getValue();
        instructions.setHelperText(getTranslation(
                "sheet.settings.instructions.help",
                SheetSettings.MAX_LINES,
                SheetSettings.MAX_CHARACTERS,
                typed.codePointCount(0, typed.length())));
    }

    private void bind() {
        form.bind(language, "language");
        form.field(instructions, "instructions")
                .withNullRepresentation("")
                .withValidator(
                        typed -> typed == null || SheetSettings.mayBeInstructions(typed),
                        getTranslation(
                                "sheet.settings.instructions.error",
                                SheetSettings.MAX_LINES,
                                SheetSettings.MAX_CHARACTERS))
                .bind("instructions");
        form.bind(qrCode, "qrCode");
        form.bind(paper, "paper");
        form.bind(cutLines, "cutLines");
        form.bind(order, "order");
        form.bind(receiptStub, "receiptStub");
    }

    RecordForm<SheetSettings> form() {
        return form;
    }
}
