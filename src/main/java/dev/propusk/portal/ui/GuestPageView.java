package dev.propusk.portal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.PageTitle;
import dev.propusk.base.Seen;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.panel.CopyButton;
import dev.propusk.panel.Notices;
import dev.propusk.panel.RecordForm;
import dev.propusk.portal.PortalNotes;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.web.PublicSettings;
import jakarta.annotation.security.RolesAllowed;

/** Where a network's portal is, and what its owner tells guests there. */
@Route("guest-page")
@Menu(title = "guest-page.title", order = 5, icon = "vaadin:mobile")
@RolesAllowed("OWNER")
class GuestPageView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final PortalNotes notes;
    private final Contracts contracts;
    private final PublicSettings settings;
    private final ContractId contract;
    private final Anchor page = new Anchor();
    private final TextField captive = new TextField();
    private final RecordForm<Note> form = new RecordForm<>(Note.class);

    /** What guests are told. */
    public record Note(String text) {}

    GuestPageView(PortalNotes notes, Contracts contracts, CurrentUser currentUser, PublicSettings settings) {
        this.notes = notes;
        this.contracts = contracts;
        this.settings = settings;
        this.contract = currentUser.contract();
        page.setRouterIgnore(true);
        page.setTarget(AnchorTarget.BLANK);
        captive.setLabel(getTranslation("guest-page.captive"));
        captive.setHelperText(getTranslation("guest-page.captive.help"));
        captive.setReadOnly(true);
        captive.setWidthFull();
        TextArea note = new TextArea(getTranslation("guest-page.note"));
        note.setHelperText(getTranslation("guest-page.note.help"));
        note.setMaxLength(PortalNotes.LONGEST);
        note.setWidthFull();
        form.line(
                note,
                "text",
                text -> text.length() <= PortalNotes.LONGEST,
                getTranslation("guest-page.note.error", PortalNotes.LONGEST));
        Button save = new Button(getTranslation("guest-page.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setMaxWidth("720px");
        add(
                new H1(getTranslation("guest-page.title")),
                new Paragraph(getTranslation("guest-page.lead")),
                page,
                form.notice(),
                note,
                save,
                captive);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = "/portal/" + contracts.get(contract).slug();
        page.setHref(path);
        page.setText(settings.at(path).toString());
        captive.setValue(settings.at(path + "/captive").toString());
        CopyButton copy = new CopyButton("", captive.getValue());
        copy.setAriaLabel(getTranslation("guest-page.captive.copy"));
        captive.setSuffixComponent(copy);
        form.show(latest());
    }

    private Seen<Note> latest() {
        return new Seen<>(new Note(notes.of(contract).orElse("")), 0);
    }

    private void save() {
        try {
            if (form.change(this::save, this::latest)) {
                Notices.done(getTranslation("guest-page.saved"));
                form.show(latest());
            }
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("account.error.contract"));
        }
    }

    private void save(Note typed, Seen<Note> seen) {
        notes.change(contract, typed.text(), seen.value().text());
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "guest-page.title");
    }
}
