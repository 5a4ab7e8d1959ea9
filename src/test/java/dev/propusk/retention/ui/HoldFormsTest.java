package dev.propusk.retention.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.base.Dates;
import dev.propusk.base.ProviderSettings;
import dev.propusk.retention.LegalHold;
import dev.propusk.retention.LegalHolds;
import dev.propusk.security.ActingAs;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Placing a hold, and lifting it. */
class HoldFormsTest extends PanelTest {
    private static final String NO_REASON = "Give a reason of up to 200 characters";

    @Autowired
    LegalHolds holds;

    @BeforeEach
    void open() {
        open(contracts.administrator(), "retention");
    }

    @Test
    void whatIsToBeKeptAndWhyAreBothToldAtOnce() {
        press("Place the hold");
        assertThat(told())
                .isEqualTo(Map.of("MAC or contract number", "Enter a MAC or a contract’s number", "Reason", NO_REASON));
        place(hotel.number() + "-none", "№ 5");
        assertThat(told()).isEqualTo(Map.of("MAC or contract number", "Enter a MAC or a contract’s number"));
        assertThat(typed(TextField.class, "Reason")).isEqualTo("№ 5");
        place(hotel.number(), "n".repeat(201));
        assertThat(told()).isEqualTo(Map.of("Reason", NO_REASON));
        assertThat(placed()).isEmpty();
    }

    @Test
    void afterAHoldWasPlacedTheFormIsEmpty() {
        place(" " + hotel.number() + " ", " № 5 ");
        assertThat(placed()).extracting(LegalHold::reason).containsExactly("№ 5");
        assertThat(find(TextField.class).all()).allMatch(TextField::isEmpty);
        assertThat(told()).isEmpty();
    }

    @Test
    void withoutAReasonNothingIsLifted() {
        place(hotel.number(), "№ 5");
        LegalHold hold = placed().getFirst();
        LiftDialog dialog = new LiftDialog(holds, hold, () -> {});
        UI.getCurrent().add(dialog);
        dialog.open();
        type(TextField.class, "Reason for lifting it", " ");
        press("Lift the hold");
        assertThat(told()).isEqualTo(Map.of("Reason for lifting it", NO_REASON));
        assertThat(dialog.isOpened()).isTrue();
        assertThat(placed())
                .singleElement()
                .satisfies(one -> assertThat(one.liftedAt()).isNull());
    }

    @Test
    @SuppressWarnings("unchecked")
    void timesAreThoseOfTheProvidersZone() {
        place(hotel.number(), "№ 5");
        ZoneId there = ZoneId.of("Pacific/Chatham");
        RetentionView view = new RetentionView(holds, new ProviderSettings(there));
        UI.getCurrent().add(view);
        Grid<LegalHold> grid = find(Grid.class, view).single();
        LegalHold hold = placed().getFirst();
        grid.setItems(hold);
        assertThat(test(grid).getCellText(0, 2)).startsWith(Dates.moment(view, hold.placedAt(), there));
    }

    private void place(String on, String reason) {
        type(TextField.class, "MAC or contract number", on);
        type(TextField.class, "Reason", reason);
        press("Place the hold");
    }

    private List<LegalHold> placed() {
        List<LegalHold> found = new ArrayList<>();
        ActingAs.administrator(() -> holds.list().stream()
                .filter(hold -> hotel.number().equals(hold.contractNumber()))
                .forEach(found::add));
        return found;
    }
}
