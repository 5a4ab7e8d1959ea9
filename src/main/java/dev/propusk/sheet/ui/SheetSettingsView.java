package dev.propusk.sheet.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.PageTitle;
import dev.propusk.base.Seen;
import dev.propusk.base.Texts;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.panel.Notices;
import dev.propusk.panel.RecordForm;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.sheet.SavedSheetSettings;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.SheetSetup;
import dev.propusk.sheet.print.Sheets;
import jakarta.annotation.security.RolesAllowed;

/** Sets up the sheet: on the left what is wanted, on the right the paper. */
@Route("sheet-settings")
@Menu(title = "sheet.settings.menu", order = 5, icon = "vaadin:print")
@RolesAllowed("OWNER")
class SheetSettingsView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final SheetSetup setup;
    private final Sheets sheets;
    private final ContractId contract;
    private final RecordForm<SheetSettings> form;
    private final SheetPreview preview = new SheetPreview();
    private boolean quiet;

    SheetSettingsView(SheetSetup setup, Sheets sheets, CurrentUser currentUser, Texts texts) {
        this.setup = setup;
        this.sheets = sheets;
        this.contract = currentUser.contract();
        SheetSettingsForm fields = new SheetSettingsForm(texts.getProvidedLocales(), this::preview);
        this.form = fields.form();
        Button save = new Button(getTranslation("sheet.settings.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL);
        Button reset = new Button(getTranslation("sheet.settings.reset"), click -> showSaved());
        FlexLayout buttons = new FlexLayout(save, reset);
        buttons.addClassName("sheet-buttons");
        Div left = new Div(fields, buttons, new Paragraph(getTranslation("token.print.hint")));
        left.addClassName("sheet-form-box");
        FlexLayout both = new FlexLayout(left, preview);
        both.addClassName("sheet-settings");
        add(new H1(getTranslation("sheet.settings.title")), both);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        showSaved();
    }

    private void showSaved() {
        quiet = true;
        form.show(latest());
        quiet = false;
        preview();
    }

    private Seen<SheetSettings> latest() {
        SavedSheetSettings saved = setup.of(contract);
        return new Seen<>(saved.settings(), saved.version());
    }

    private void preview() {
        if (!quiet) {
            form.read().ifPresent(settings -> preview.show(sheets.sample(contract, settings)));
        }
    }

    private void save() {
        try {
            if (form.change((settings, seen) -> setup.change(contract, settings, seen.version()), this::latest)) {
                Notices.done(getTranslation("sheet.settings.saved"));
                showSaved();
            } else if (!form.notice().isVisible()) {
                Notices.problem(getTranslation("sheet.settings.invalid"));
            }
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("sheet.settings.not-open"));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "sheet.settings.title");
    }
}
