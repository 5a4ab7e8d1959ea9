package dev.propusk.gateway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.TestGateways;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.controller.Controller;
import dev.propusk.gateway.controller.ControllerTerms;
import dev.propusk.gateway.controller.Controllers;
import dev.propusk.gateway.controller.Dialect;
import dev.propusk.security.ActingAs;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator says how a gateway's controller is reached. */
class ControllerDialogTest extends PanelTest {
    @Autowired
    TestGateways gateways;

    @Autowired
    Controllers controllers;

    @Autowired
    GatewayMeans means;

    private Gateway gateway;

    @BeforeEach
    void addAGateway() {
        gateway = gateways.add(hotel, NewGateway.named("Lobby", GatewayKind.UNIFI))
                .gateway();
        open(contracts.administrator(), "gateways");
        open();
    }

    private void open() {
        new ControllerDialog(means, gateway).open();
    }

    @Test
    void eachWrongFieldIsNamedAndWhatIsRightIsKept() {
        press("Save");
        assertThat(field("Address").isInvalid()).isTrue();
        assertThat(kept()).isEmpty();
        test(field("Address")).setValue("http://10.0.0.2");
        press("Save");
        assertThat(field("Address").getErrorMessage()).contains("https");
        test(field("Address")).setValue("https://192.0.2.1:8443/");
        press("Save");
        assertThat(kept()).as("it needs a key").isEmpty();
        assertThat(find(PasswordField.class).single().isInvalid()).isTrue();
        test(find(PasswordField.class).single()).setValue("a-key");
        press("Save");
        assertThat(kept()).hasValueSatisfying(now -> {
            assertThat(now.address()).isEqualTo(URI.create("https://192.0.2.1:8443"));
            assertThat(now.site()).isEqualTo("default");
        });
        open();
        assertThat(field("Address").getValue()).isEqualTo("https://192.0.2.1:8443");
        assertThat(find(PasswordField.class).single().getValue())
                .as("it is never shown again")
                .isEmpty();
    }

    @Test
    void whatSomebodyElseHasSetMeanwhileIsTold() {
        test(field("Address")).setValue("https://192.0.2.1");
        test(find(PasswordField.class).single()).setValue("a-key");
        ActingAs.administrator(() -> controllers.set(
                hotel.id(),
                gateway.id(),
                new ControllerTerms(Dialect.UNIFI_KEY, URI.create("https://192.0.2.9"), "lobby", null, "other", null),
                0));
        press("Save");
        assertThat(kept()).hasValueSatisfying(now -> assertThat(now.site()).isEqualTo("lobby"));
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.contains("Address") && text.contains("Site"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void aLoginIsAskedForWhereTheControllerWantsOne() {
        assertThat(find(TextField.class).withCaption("Login").all()).isEmpty();
        test(find(Select.class).single()).selectItem("UniFi: by a login and a password");
        assertThat(find(TextField.class).withCaption("Login").all()).hasSize(1);
    }

    @Test
    void theGatewaysPageSaysHowItGoesWithTheControllerAndWantsNoRadius() {
        String page = "gateways/" + gateway.id();
        open(contracts.administrator(), page);
        assertThat(find(ListItem.class).all())
                .extracting(item -> item.getElement().getTextRecursively())
                .anyMatch(text -> text.startsWith("This gateway has never been heard"));
        ActingAs.administrator(() -> controllers.set(
                hotel.id(),
                gateway.id(),
                new ControllerTerms(Dialect.UNIFI_KEY, URI.create("https://192.0.2.1"), "default", null, "a-key", null),
                0));
        open(contracts.administrator(), page);
        assertThat(find(DescriptionList.class).single().getElement().getTextRecursively())
                .contains("The controller has not been told anything yet");
        assertThat(find(ListItem.class).all())
                .extracting(item -> item.getElement().getTextRecursively())
                .noneMatch(text -> text.startsWith("This gateway has never been heard"));
    }

    private Optional<Controller> kept() {
        return ActingAs.administrator(() -> controllers.of(hotel.id(), gateway.id()));
    }

    private TextField field(String caption) {
        return find(TextField.class).withCaption(caption).single();
    }
}
