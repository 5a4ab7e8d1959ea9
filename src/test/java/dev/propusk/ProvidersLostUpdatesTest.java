package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.account.AccountAdministration;
import dev.propusk.account.AccountColumn;
import dev.propusk.account.AccountList;
import dev.propusk.account.Login;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayChange;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import dev.propusk.retention.LegalHold;
import dev.propusk.retention.LegalHolds;
import dev.propusk.security.ActingAs;
import dev.propusk.security.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What administrators change at the same time is not overwritten. */
class ProvidersLostUpdatesTest extends TwoPeople {
    @Autowired
    AccountAdministration administration;

    @Autowired
    AccountList logins;

    @Autowired
    LegalHolds holds;

    @Test
    void aGatewayThatAnotherAdministratorChangedIsNotOverwritten() {
        Gateway gateway = gateway();
        asAdministrator("gateways");
        firstRow(gateway.name());
        type(TextField.class, "Name", "Mine");
        NewGateway theirs =
                new NewGateway("Theirs", GatewayKind.OTHER, null, "10.1.1.2", 3799, "their-secret", null, List.of());
        as(other, () -> gateways.change(hotel.id(), gateway.id(), GatewayChange.to(theirs), 0));
        press("Save");

        isTold("Name, IP address");
        assertThat(find(gateway).name()).isEqualTo("Theirs");
        assertThat(value(TextField.class, "Name")).isEqualTo("Mine");
        press("Show how it stands now");
        type(TextField.class, "Name", "Mine");
        press("Save");
        assertThat(find(gateway).name()).isEqualTo("Mine");
        assertThat(find(gateway).address()).contains("10.1.1.2");
        assertThat(find(gateway).hasRadiusSecret()).isTrue();
    }

    @Test
    void aGatewaysKeyThatWasJustRenewedIsNotRenewedUnseen() {
        Gateway gateway = gateway();
        asAdministrator("gateways");
        firstRow(gateway.name());
        press("New key");
        as(other, () -> gateways.renewKey(hotel.id(), gateway.id(), 0));
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(notice()).isEqualTo("Not saved: " + other.getUsername() + " has made changes meanwhile.");
        assertThat(find(gateway).version()).isEqualTo(1);
    }

    @Test
    void aLoginThatAnotherOwnerChangedIsNotChangedUnseen() {
        Login desk = desk();
        asOwner("accounts");
        firstRow(desk.username());
        press("Disable");
        as(other, () -> {
            administration.changeRole(hotel.id(), desk.id(), Role.OWNER, desk.version());
            return true;
        });
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(notice()).isEqualTo("Not saved: " + other.getUsername() + " has made changes meanwhile.");
        assertThat(desk().enabled()).isTrue();
        assertThat(desk().role()).isEqualTo(Role.OWNER);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aHoldThatAnotherAdministratorLiftedIsNotLiftedAgain() {
        ActingAs.administrator(() -> holds.place(TimeOrderedId.next(), hotel.number(), "letter 1"));
        LegalHold hold = hold();
        asAdministrator("retention");
        as(other, () -> {
            holds.lift(hold, "letter 2");
            return true;
        });
        test((Button) test(find(Grid.class).single()).getCellComponent(0, 4)).click();
        type(TextField.class, "Reason for lifting it", "letter 3");
        pressLast("Lift the hold");
        assertThat(notice()).isEqualTo("Not saved: " + other.getUsername() + " has made changes meanwhile.");
        assertThat(hold().liftedBy()).isEqualTo(other.getUsername());
    }

    private Login desk() {
        return as(
                        test.user(test.login(hotel, Role.OWNER)),
                        () -> logins.page(hotel.id(), "", Span.first(new Sorting<>(AccountColumn.USERNAME, false), 50)))
                .stream()
                .map(AccountList.Listed::login)
                .filter(login -> login.username().equals(test.login(hotel, Role.OPERATOR)))
                .findFirst()
                .orElseThrow();
    }

    private LegalHold hold() {
        return ActingAs.administrator(() -> holds.list().stream()
                .filter(hold -> hotel.number().equals(hold.contractNumber()))
                .findFirst()
                .orElseThrow());
    }

    private String notice() {
        return test(find(Notification.class).last()).getText();
    }
}
