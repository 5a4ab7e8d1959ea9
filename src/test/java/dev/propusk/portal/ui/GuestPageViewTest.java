package dev.propusk.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.panel.CopyButton;
import dev.propusk.portal.PortalNotes;
import dev.propusk.web.PublicSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an owner tells guests. */
class GuestPageViewTest extends PanelTest {
    private static final String NOTE = "What to tell guests";

    @Autowired
    PortalNotes notes;

    @Autowired
    PublicSettings settings;

    @Test
    void whatIsTooLongIsToldAndGuestsDoNotSeeIt() {
        String long301 = "n".repeat(PortalNotes.LONGEST + 1);
        openAsOwner("guest-page");
        type(TextArea.class, NOTE, long301);
        press("Save");
        assertThat(told()).isEqualTo(Map.of(NOTE, "At most 300 characters"));
        assertThat(typed(TextArea.class, NOTE)).isEqualTo(long301);
        assertThat(notes.of(hotel.id())).isEmpty();

        type(TextArea.class, NOTE, " Breakfast from 7 ");
        press("Save");
        assertThat(notes.of(hotel.id())).contains("Breakfast from 7");
    }

    @Test
    void theAddressForDhcpIsThereToBeCopied() {
        openAsOwner("guest-page");
        assertThat(typed(TextField.class, "DHCP option 114"))
                .isEqualTo(settings.at("/portal/" + hotel.slug() + "/captive").toString());
        assertThat(find(CopyButton.class).single().getAriaLabel()).contains("Copy the address for DHCP");
    }
}
