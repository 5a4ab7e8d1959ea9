package dev.propusk.portal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.contract.Contracts;
import dev.propusk.panel.Notices;
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
    private final ContractId contract;
    private final TextArea note = new TextArea(getTranslation("guest-page.note"));

    GuestPageView(PortalNotes notes, Contracts contracts, CurrentUser currentUser, PublicSettings settings) {
        this.notes = notes;
        this.contract = currentUser.contract();
        String path = "/portal/" + contracts.get(contract).slug();
        Anchor page = new Anchor(path, settings.at(path).toString(), AnchorTarget.BLANK);
        page.setRouterIgnore(true);
        note.setHelperText(getTranslation("guest-page.note.help"));
        note.setMaxLength(PortalNotes.LONGEST);
        note.setWidthFull();
        Button save = new Button(getTranslation("guest-page.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setMaxWidth("720px");
        add(
                new H1(getTranslation("guest-page.title")),
                new Paragraph(getTranslation("guest-page.lead")),
                page,
                note,
                save);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        note.setValue(notes.of(contract).orElse(""));
    }

    private void save() {
        notes.change(contract, note.getValue());
        Notices.done(getTranslation("guest-page.saved"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("guest-page.title") + " · " + getTranslation("app.name");
    }
}
