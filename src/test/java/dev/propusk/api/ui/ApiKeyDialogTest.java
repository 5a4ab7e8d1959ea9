package dev.propusk.api.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.api.key.ApiKey;
import dev.propusk.api.key.ApiKeys;
import dev.propusk.panel.DayPicker;
import dev.propusk.security.KeyScope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An owner's dialog for a new key. */
class ApiKeyDialogTest extends PanelTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    @Autowired
    ApiKeys keys;

    @Autowired
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void openTheDialog() {
        today = LocalDate.ofInstant(clock.instant(), ZONE);
        openAsOwner("api-keys");
        press("Create a key");
    }

    @Test
    void allThatIsWrongIsToldAndNoKeyIsMade() {
        type(TextField.class, "Name", "  ");
        scopes().setValue(Set.of());
        type(DayPicker.class, "Last day", today.minusDays(1));
        press("Create a key");
        assertThat(told())
                .containsKeys("Name", "Scopes")
                .containsEntry("Scopes", "Choose at least one scope")
                .containsEntry("Last day", "Choose today or a later day");
        assertThat(typed(DayPicker.class, "Last day")).isEqualTo(today.minusDays(1));
        assertThat(find(ApiKeyDialog.class).single().isOpened()).isTrue();
        assertThat(made()).isEmpty();
    }

    @Test
    void aKeyCanWhatWasChosenUntilTheEndOfItsLastDay() {
        type(TextField.class, "Name", " Booking system ");
        scopes().setValue(Set.of(KeyScope.TOKENS_READ));
        type(DayPicker.class, "Last day", today);
        press("Create a key");
        assertThat(find(MadeKeyDialog.class).single().isOpened()).isTrue();
        assertThat(find(ApiKeyDialog.class).exists()).isFalse();
        assertThat(made()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("Booking system");
            assertThat(key.scopes()).containsExactly(KeyScope.TOKENS_READ);
            assertThat(key.isLive(
                            today.plusDays(1).atStartOfDay(ZONE).minusSeconds(1).toInstant()))
                    .isTrue();
            assertThat(key.isLive(today.plusDays(1).atStartOfDay(ZONE).toInstant()))
                    .isFalse();
        });
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<KeyScope> scopes() {
        return labelled(CheckboxGroup.class, "Scopes");
    }

    private List<ApiKey> made() {
        return contracts.asOwner(hotel, () -> keys.list(hotel.id()));
    }
}
