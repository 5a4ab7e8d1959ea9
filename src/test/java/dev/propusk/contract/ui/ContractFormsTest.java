package dev.propusk.contract.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.Limits;
import dev.propusk.security.ActingAs;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Opening a contract, and an owner's own network. */
class ContractFormsTest extends PanelTest {
    @Autowired
    Contracts all;

    @Test
    void allThatIsWrongOfAContractIsToldAtOnce() {
        open(contracts.administrator(), "contracts");
        press("Open a contract");
        type(TextField.class, "Number", "№ 1");
        type(TextField.class, "Address of the sign-in page", "Hotel");
        labelled(ZoneBox.class, "Time zone").clear();
        press("Save");
        assertThat(told())
                .containsOnlyKeys("Number", "Name", "Network (SSID)", "Address of the sign-in page", "Time zone")
                .containsEntry("Time zone", "Choose a time zone");
        assertThat(typed(TextField.class, "Number")).isEqualTo("№ 1");
        assertThat(find(ContractDialog.class).single().isOpened()).isTrue();
    }

    @Test
    void aNumberThatAnotherContractHasIsToldAtItsField() {
        open(contracts.administrator(), "contracts");
        press("Open a contract");
        type(TextField.class, "Number", hotel.number());
        type(TextField.class, "Name", "Hotel");
        type(TextField.class, "Network (SSID)", "Hotel");
        type(TextField.class, "Address of the sign-in page", hotel.slug() + "-2");
        assertThat(labelled(ZoneBox.class, "Time zone").getValue()).isEqualTo(ZoneId.of("Europe/Moscow"));
        press("Save");
        assertThat(told()).containsOnlyKeys("Number");
        assertThat(all.findBySlug(hotel.slug() + "-2")).isEmpty();
    }

    @Test
    void aNetworkWithoutANameStaysWhatItIs() {
        openAsOwner("network");
        type(TextField.class, "Name", " ");
        type(TextField.class, "Network (SSID)", "n".repeat(33));
        press("Save");
        assertThat(told()).containsOnlyKeys("Name", "Network (SSID)");
        assertThat(now().name()).isEqualTo(hotel.name());
        assertThat(now().ssid()).isEqualTo(hotel.ssid());
    }

    @Test
    void anOwnerLimitsAllDevicesOfTheNetworkAndTakesThatBack() {
        openAsOwner("network");
        labelled(NumberField.class, "Download speed, Mbit/s").setValue(20.0);
        press("Save");
        assertThat(now().limits()).isEqualTo(new Limits(20_000, null, null, null));
        labelled(NumberField.class, "Download speed, Mbit/s").clear();
        press("Save");
        assertThat(now().limits().areNone()).isTrue();
    }

    private Contract now() {
        return ActingAs.administrator(() -> all.get(hotel.id()));
    }
}
