package dev.propusk.webhook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.webhook.Hook;
import dev.propusk.webhook.Hooks;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where an owner wants events to go. */
class HookFormTest extends PanelTest {
    @Autowired
    Hooks hooks;

    @BeforeEach
    void open() {
        openAsOwner("events");
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsSet() {
        type(TextField.class, "Address for events", " ");
        type(IntegerField.class, "Notify when left", -1);
        press("Save");
        assertThat(told()).containsOnlyKeys("Address for events", "Notify when left");
        assertThat(set()).isEmpty();
    }

    @Test
    void whatIsNoPublicAddressIsToldAtItsField() {
        type(TextField.class, "Address for events", "ftp://pms.example.com");
        press("Save");
        assertThat(told()).containsOnlyKeys("Address for events");
        assertThat(typed(TextField.class, "Address for events")).isEqualTo("ftp://pms.example.com");
        assertThat(set()).isEmpty();
    }

    private Optional<Hook> set() {
        return contracts.asOwner(hotel, () -> hooks.find(hotel.id()));
    }
}
