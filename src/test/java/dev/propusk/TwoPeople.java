package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.account.Accounts;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.NewGateway;
import dev.propusk.panel.MeanwhileNotice;
import dev.propusk.security.ActingAs;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two people with one dialog each over the same thing. */
@PropuskTest
abstract class TwoPeople extends SpringBrowserlessTest {
    @Autowired
    TestContracts test;

    @Autowired
    Accounts accounts;

    @Autowired
    Gateways gateways;

    Contract hotel;

    PanelUser other;

    /** Signs in by {@link #open} what comes after: who it is depends on the form. */
    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        hotel = test.open();
        other = test.user(test.administrator());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    void isTold(String changed) {
        assertThat(find(MeanwhileNotice.class)
                        .withCondition(Component::isVisible)
                        .single()
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("Not saved: " + other.getUsername() + " has made changes meanwhile." + "Changed: " + changed
                        + "." + "What you typed is still here." + "Show how it stands now");
    }

    Gateway gateway() {
        return ActingAs.administrator(
                () -> gateways.add(hotel.id(), GatewayId.next(), NewGateway.named(hotel.slug(), GatewayKind.OTHER))
                        .gateway());
    }

    Gateway find(Gateway gateway) {
        return ActingAs.administrator(() -> gateways.get(hotel.id(), gateway.id()));
    }

    void asAdministrator(String address) {
        open(test.user(test.administrator()), address);
    }

    void asOwner(String address) {
        String name = hotel.slug() + "-partner";
        ActingAs.administrator(() -> accounts.create(hotel.id(), name, TestContracts.PASSWORD, Role.OWNER));
        other = test.user(name);
        open(test.user(test.login(hotel, Role.OWNER)), address);
    }

    void open(PanelUser user, String address) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", user.getAuthorities()));
        super.initVaadinEnvironment();
        UI.getCurrent().setLocale(Texts.ENGLISH);
        UI.getCurrent().navigate(address, QueryParameters.of("q", hotel.number()));
    }

    static <T> T as(PanelUser user, Supplier<T> event) {
        return ActingAs.user(user, event);
    }

    @SuppressWarnings("unchecked")
    void firstRow(String text) {
        Grid<Object> grid = find(Grid.class).single();
        var tester = test(grid);
        for (int row = 0; row < tester.size(); row++) {
            if (tester.getCellText(row, 1).equals(text)
                    || tester.getCellText(row, 0).equals(text)) {
                tester.clickRow(row);
                return;
            }
        }
        throw new AssertionError(text);
    }

    void press(String text) {
        test(find(Button.class).withText(text).all().getFirst()).click();
    }

    void pressLast(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }

    <T extends Component & HasValue<?, V>, V> void type(Class<T> field, String label, V value) {
        labelled(field, label).setValue(value);
    }

    <T extends Component & HasValue<?, V>, V> V value(Class<T> field, String label) {
        return labelled(field, label).getValue();
    }

    <T extends Component> T labelled(Class<T> type, String label) {
        return find(type)
                .withCondition(field -> label.equals(field.getElement().getProperty("label")))
                .single();
    }
}
