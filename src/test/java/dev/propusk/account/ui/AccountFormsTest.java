package dev.propusk.account.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** A login's forms: the invitation, the password, the code of a second factor. */
class AccountFormsTest extends PanelTest {
    private static final String NEW = "three green bicycles";

    @Test
    void anInvitationTellsAllThatIsWrongAtOnce() {
        openInvitation(contracts.administrator());
        type(TextField.class, "Login", "имя");
        press("Create a link");
        assertThat(told())
                .isEqualTo(Map.of(
                        "Login",
                        "A login has 3 to 64 Latin letters, digits, dots, dashes and underscores",
                        "Contract",
                        "Choose a contract"));
        assertThat(typed(TextField.class, "Login")).isEqualTo("имя");
        assertThat(find(InvitationDialog.class).single().isOpened()).isTrue();
    }

    @Test
    void aNameThatSomebodyHasIsToldAtItsField() {
        openInvitation(contracts.login(hotel, Role.OWNER));
        type(TextField.class, "Login", contracts.login(hotel, Role.OPERATOR));
        press("Create a link");
        assertThat(told()).isEqualTo(Map.of("Login", "This login is taken"));
        assertThat(find(LinkDialog.class).exists()).isFalse();
    }

    @Test
    void anOwnerInvitesIntoTheirContract() {
        String name = hotel.slug() + "-night";
        openInvitation(contracts.login(hotel, Role.OWNER));
        type(TextField.class, "Login", " " + name + " ");
        press("Create a link");
        assertThat(find(LinkDialog.class).single().isOpened()).isTrue();
        assertThat(find(InvitationDialog.class).exists()).isFalse();
        assertThat(contracts.user(name).contract()).contains(hotel.id());
    }

    @Test
    @SuppressWarnings("unchecked")
    void oneOfTheProvidersHasNoContractWhateverWasChosenBefore() {
        String name = hotel.slug() + "-support";
        openInvitation(contracts.administrator());
        ((ComboBox<Contract>) labelled(ComboBox.class, "Contract")).setValue(hotel);
        ((RadioButtonGroup<Role>) labelled(RadioButtonGroup.class, "Role")).setValue(Role.SUPPORT);
        type(TextField.class, "Login", name);
        press("Create a link");
        assertThat(contracts.user(name).contract()).isEmpty();
    }

    @Test
    void passwordsThatDifferAreToldUntilTheyDoNot() {
        openPassword();
        type(PasswordField.class, "New password", NEW);
        type(PasswordField.class, "New password again", NEW + "!");
        press("Save password");
        assertThat(told()).isEqualTo(Map.of("New password again", "The passwords don’t match"));
        type(PasswordField.class, "New password", NEW + "!");
        assertThat(told()).isEmpty();
    }

    @Test
    void aPasswordThatIsRefusedIsToldAtItsFieldAndTheOldOneStays() {
        openPassword();
        enter("some other password", NEW);
        assertThat(told()).isEqualTo(Map.of("Current password", "The current password is wrong"));
        enter(TestContracts.PASSWORD, "short");
        assertThat(told()).isEqualTo(Map.of("New password", "Too short: at least 12 characters are needed"));
        assertThat(typed(PasswordField.class, "New password")).isEqualTo("short");
    }

    @Test
    void aPasswordThatWasChangedIsNoLongerInTheForm() {
        openAsOwner("network");
        List<String> changed = new ArrayList<>();
        UI.getCurrent().add(new NewPasswordForm(true, (current, next) -> {
            changed.add(current);
            changed.add(next);
        }));
        enter(TestContracts.PASSWORD, NEW);
        assertThat(changed).containsExactly(TestContracts.PASSWORD, NEW);
        assertThat(find(PasswordField.class).all()).allMatch(PasswordField::isEmpty);
        assertThat(told()).isEmpty();
    }

    @Test
    void aCodeThatIsNotRightTurnsOnNoSecondFactor() {
        openAsOwner("profile");
        press("Turn on");
        type(TextField.class, "Six digits from the app", "12345");
        press("Continue");
        assertThat(told()).isEqualTo(Map.of("Six digits from the app", "This code is not right. Use the next one."));
        assertThat(typed(TextField.class, "Six digits from the app")).isEqualTo("12345");
    }

    @Test
    void aPasskeyIsAskedForOnceHoweverOftenTheButtonIsPressed() {
        openAsOwner("profile");
        press("Add a passkey");
        assertThat(find(Button.class).withText("Add a passkey").single().isEnabled())
                .isFalse();
    }

    @Test
    void whereTheInvitationIsRefusedThereIsNoLogin() {
        openInvitation(contracts.administrator());
        String name = hotel.slug() + "-nobody";
        type(TextField.class, "Login", name);
        press("Create a link");
        assertThat(told()).containsOnlyKeys("Contract");
        assertThatThrownBy(() -> contracts.user(name)).isInstanceOf(UsernameNotFoundException.class);
    }

    private void openInvitation(String login) {
        open(login, "accounts");
        press("Invite");
    }

    private void openPassword() {
        openAsOwner("profile");
    }

    private void enter(String current, String next) {
        type(PasswordField.class, "Current password", current);
        type(PasswordField.class, "New password", next);
        type(PasswordField.class, "New password again", next);
        press("Save password");
    }
}
