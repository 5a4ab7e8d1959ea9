package dev.propusk.gateway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.ContractList;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.kind.DevicePlace;
import dev.propusk.gateway.kind.Meanings;
import dev.propusk.gateway.kind.OwnMeanings;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.security.PanelUser;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** An administrator's dialog for a gateway: it loses nothing that was typed, and a secret can be taken away. */
@PropuskTest
class GatewayDialogTest extends SpringBrowserlessTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    Gateways gateways;

    @Autowired
    ContractList all;

    private Contract hotel;

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        hotel = contracts.open();
        PanelUser administrator = contracts.user(contracts.administrator());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        administrator, "", administrator.getAuthorities()));
        super.initVaadinEnvironment();
        UI.getCurrent().setLocale(Texts.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatWasTypedStaysWhereSavingFails() {
        GatewayDialog dialog = new GatewayDialog(
                "New",
                all,
                form -> form.create(answers -> {
                    throw new QueryTimeoutException("the database is away");
                }));
        dialog.open();
        labelled(ComboBox.class, "Contract").setValue(hotel);
        labelled(TextField.class, "Name").setValue("Lobby");
        labelled(PasswordField.class, "RADIUS secret").setValue("lobby-secret");
        assertThatThrownBy(() -> press("Save")).isInstanceOf(QueryTimeoutException.class);

        assertThat(dialog.isOpened()).isTrue();
        assertThat(labelled(TextField.class, "Name").getValue()).isEqualTo("Lobby");
        assertThat(labelled(PasswordField.class, "RADIUS secret").getValue()).isEqualTo("lobby-secret");
    }

    @Test
    @SuppressWarnings("rawtypes")
    void allWrongFieldsAreShownAtOnce() {
        new GatewayDialog(
                        "New",
                        all,
                        form -> form.create(answers -> {
                            throw new AssertionError(answers);
                        }))
                .open();
        labelled(TextField.class, "IP address").setValue("10.5.50");
        labelled(IntegerField.class, "Disconnect port").setValue(70_000);
        labelled(PasswordField.class, "RADIUS secret").setValue("short");
        labelled(TextArea.class, "Login addresses").setValue("ftp://10.5.50.1");
        press("Save");

        assertThat(find(ComboBox.class).withCondition(ComboBox::isInvalid).all())
                .hasSize(1);
        assertThat(find(TextField.class).withCondition(TextField::isInvalid).all())
                .extracting(TextField::getErrorMessage)
                .containsExactlyInAnyOrder(
                        "1 to 64 characters",
                        "An IP address is needed: 10.5.50.1, or a range: 10.6.0.0/24, up to 20 by commas");
        assertThat(labelled(IntegerField.class, "Disconnect port").isInvalid()).isTrue();
        assertThat(labelled(PasswordField.class, "RADIUS secret").isInvalid()).isTrue();
        assertThat(labelled(TextArea.class, "Login addresses").isInvalid()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void itSaysWhichLimitsAKindTakesAndWhichNot() {
        new GatewayDialog((Contract) null, all, answers -> {}).open();
        Select<GatewayKind> kind = (Select<GatewayKind>) labelled(Select.class, "Kind");
        kind.setValue(GatewayKind.MIKROTIK);
        assertThat(kind.getHelperText())
                .isEqualTo("Speed: Mikrotik-Rate-Limit. Idle: Idle-Timeout. Traffic: Mikrotik-Total-Limit.");
        kind.setValue(GatewayKind.UNIFI);
        assertThat(kind.getHelperText())
                .isEqualTo("This kind is told no speed. Nobody is disconnected for being idle. "
                        + "Traffic is counted by the gateway's reports, and we disconnect.");
    }

    @Test
    void aSecretCanBeReplacedAndTakenAway() {
        Gateway gateway = gateways.add(
                        hotel.id(),
                        GatewayId.next(),
                        new NewGateway(
                                hotel.slug(),
                                GatewayKind.COOVACHILLI,
                                null,
                                "10.1.1.1",
                                3799,
                                "radius-secret",
                                "uam-secret",
                                List.of()))
                .gateway();
        open();
        labelled(PasswordField.class, "RADIUS secret").setValue("another-secret");
        press("Save");
        assertThat(now(gateway).hasRadiusSecret()).isTrue();
        assertThat(now(gateway).signsRedirects()).isTrue();

        open();
        labelled(PasswordField.class, "RADIUS secret").setValue("typed and thought better of");
        labelled(Checkbox.class, "Remove the RADIUS secret").setValue(true);
        press("Save");
        assertThat(now(gateway).hasRadiusSecret()).isFalse();
        assertThat(now(gateway).signsRedirects()).isTrue();
    }

    @Test
    void whatTellsItsPacketsIsTypedAndStays() {
        Gateway gateway = gateways.add(hotel.id(), GatewayId.next(), NewGateway.named(hotel.slug(), GatewayKind.OTHER))
                .gateway();
        open();
        labelled(TextField.class, "IP address").setValue("10.9.0.0/24, 2001:db8:9::1, 0177.0.0.1");
        labelled(TextArea.class, "SSID").setValue("Polar Star\nPolar-5G");
        labelled(TextArea.class, "NAS-Identifier").setValue("ap 1\nap 2");
        labelled(TextField.class, "Realm").setValue("Hotel.example");
        labelled(TextField.class, "VLAN").setValue("7, 4095");
        press("Save");
        assertThat(labelled(TextField.class, "IP address").isInvalid()).isTrue();
        assertThat(labelled(TextField.class, "VLAN").isInvalid()).isTrue();

        labelled(TextField.class, "IP address").setValue("10.9.0.0/24, 2001:db8:9::1");
        labelled(TextField.class, "VLAN").setValue("7, 8");
        press("Save");
        assertThat(now(gateway).sources()).isEqualTo(Sources.parse("2001:db8:9::1, 10.9.0.0/24"));
        assertThat(now(gateway).signs())
                .isEqualTo(new Signs(
                        List.of("Polar Star", "Polar-5G"),
                        List.of("ap 1", "ap 2"),
                        List.of("hotel.example"),
                        List.of(7, 8)));
    }

    @Test
    @SuppressWarnings("unchecked")
    void aKindBringsItsPortAndItsMeaningsAndOneGatewayMayDiffer() {
        Gateway gateway = gateways.add(hotel.id(), GatewayId.next(), NewGateway.named(hotel.slug(), GatewayKind.OTHER))
                .gateway();
        open();
        Select<Boolean> strangers = labelled(Select.class, "Disconnect devices without a token");
        Select<GatewayKind> kind = labelled(Select.class, "Kind");
        assertThat(strangers.getEmptySelectionCaption()).isEqualTo("usual for this kind: yes");
        kind.setValue(GatewayKind.CISCO);
        assertThat(strangers.getEmptySelectionCaption()).isEqualTo("usual for this kind: no");
        assertThat(labelled(IntegerField.class, "Disconnect port").getValue()).isEqualTo(1700);
        press("Save");
        assertThat(now(gateway).kind()).isEqualTo(GatewayKind.CISCO);
        assertThat(now(gateway).meanings()).isEqualTo(GatewayKind.CISCO.meanings());

        open();
        labelled(IntegerField.class, "Disconnect port").setValue(3800);
        ((Select<GatewayKind>) labelled(Select.class, "Kind")).setValue(GatewayKind.ARUBA);
        ((Select<Boolean>) labelled(Select.class, "Disconnect devices without a token")).setValue(true);
        ((Select<DevicePlace>) labelled(Select.class, "Where the device's MAC is")).setValue(DevicePlace.USER);
        assertThat(labelled(IntegerField.class, "Disconnect port").getValue())
                .as("chosen, so that it stays")
                .isEqualTo(3800);
        press("Save");
        assertThat(now(gateway).terms().meanings()).isEqualTo(new OwnMeanings(null, true, DevicePlace.USER));
        assertThat(now(gateway).meanings()).isEqualTo(new Meanings(false, true, DevicePlace.USER));
    }

    @Test
    void aFileOfClientsNamesEachRange() {
        new GatewayKeyDialog(
                        gateways.add(
                                hotel.id(),
                                GatewayId.next(),
                                new NewGateway(
                                        hotel.slug(),
                                        GatewayKind.OTHER,
                                        null,
                                        "10.9.1.0/24, 2001:db8:9:1::1",
                                        3799,
                                        "radius-secret",
                                        null,
                                        List.of())),
                        true)
                .open();
        assertThat(find(Pre.class).single().getText())
                .contains("    ipaddr = 10.9.1.0/24\n", "    ipaddr = 2001:db8:9:1:0:0:0:1/128\n")
                .containsOnlyOnce("-2 {");
    }

    private Gateway now(Gateway gateway) {
        return gateways.get(hotel.id(), gateway.id());
    }

    @SuppressWarnings("unchecked")
    private void open() {
        navigate(GatewaysView.class);
        Grid<Gateway> grid = find(Grid.class).single();
        var tester = test(grid);
        for (int row = 0; row < tester.size(); row++) {
            if (tester.getCellText(row, 0).equals(hotel.slug())) {
                tester.clickRow(row);
                return;
            }
        }
        throw new AssertionError(hotel.slug());
    }

    private void press(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }

    private <T extends Component> T labelled(Class<T> type, String label) {
        return find(type)
                .withCondition(field -> label.equals(field.getElement().getProperty("label")))
                .single();
    }
}
