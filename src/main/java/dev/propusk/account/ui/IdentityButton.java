package dev.propusk.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.propusk.account.identity.IdentityRefusedException;
import dev.propusk.panel.Notices;
import java.util.function.Supplier;

/** Leads to the provider of identities. */
class IdentityButton extends Button {
    private final Supplier<String> address;

    /** @param address where the browser goes; asked for when it is pressed */
    IdentityButton(String key, Supplier<String> address) {
        this.address = address;
        setIcon(VaadinIcon.USER_CHECK.create());
        setText(getTranslation(key));
        setWidthFull();
        setDisableOnClick(true);
        addClickListener(click -> leave());
    }

    private void leave() {
        try {
            getUI().orElseThrow().getPage().setLocation(address.get());
        } catch (IdentityRefusedException e) {
            setEnabled(true);
            Notices.problem(getTranslation(SignInRefusedView.key(e.fault())));
        }
    }
}
