package dev.propusk.sheet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.panel.MeanwhileNotice;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetPaper;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.SheetSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The sheet's settings in memory, found by what a person reads; an owner is signed in. */
@PropuskTest
class SheetSettingsViewTest extends SpringBrowserlessTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    SheetSetup setup;

    private Contract hotel;

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        hotel = contracts.open();
        PanelUser owner = contracts.user(contracts.login(hotel, Role.OWNER));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(owner, "", owner.getAuthorities()));
        super.initVaadinEnvironment();
        UI.getCurrent().setLocale(Texts.ENGLISH);
        navigate(SheetSettingsView.class);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsChosenIsSavedAndShown() {
        String before = preview();
        ((RadioButtonGroup<SheetLanguage>) labelled(RadioButtonGroup.class, "Language")).setValue(SheetLanguage.BOTH);
        assertThat(preview()).isNotEqualTo(before);
        ((RadioButtonGroup<SheetPaper>) labelled(RadioButtonGroup.class, "Paper")).setValue(SheetPaper.RECEIPT);
        test(labelled(Checkbox.class, "Print the stub below the coupon")).click();
        test(labelled(TextArea.class, "Instructions for the guest")).setValue("Ask at the\u202E desk\n\n\nDial 9");
        save();

        assertThat(notice()).startsWith("Saved.");
        SheetSettings saved = setup.of(hotel.id()).settings();
        assertThat(saved.language()).isEqualTo(SheetLanguage.BOTH);
        assertThat(saved.paper()).isEqualTo(SheetPaper.RECEIPT);
        assertThat(saved.receiptStub()).isFalse();
        assertThat(saved.instructions()).isEqualTo("Ask at the desk\nDial 9");
        save();
        assertThat(setup.of(hotel.id()).version()).isEqualTo(2);
    }

    @Test
    void instructionsThatDoNotFitAreNeitherSavedNorShown() {
        TextArea instructions = labelled(TextArea.class, "Instructions for the guest");
        String before = preview();
        for (String tooLong : new String[] {"x".repeat(301), "1\n2\n3\n4\n5\n6"}) {
            test(instructions).setValue(tooLong);
            save();
            assertThat(instructions.isInvalid()).isTrue();
            assertThat(instructions.getErrorMessage()).isEqualTo("Too long: at most 5 lines and 300 characters fit");
            assertThat(preview()).isEqualTo(before);
            assertThat(setup.of(hotel.id()).version()).isZero();
        }
        test(find(Button.class).withText("Discard changes").single()).click();
        assertThat(instructions.isInvalid()).isFalse();
        assertThat(instructions.getValue()).isEmpty();
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwritten() {
        SheetSettings theirs = new SheetSettings(
                SheetLanguage.ENGLISH, "theirs", true, SheetPaper.A4, true, SheetSettings.DEFAULT.order(), true);
        setup.change(hotel.id(), theirs, 0);
        test(labelled(TextArea.class, "Instructions for the guest")).setValue("mine");
        save();

        assertThat(find(MeanwhileNotice.class).single().getElement().getTextRecursively())
                .contains("has made changes meanwhile.Changed: Language, Instructions for the guest.");
        assertThat(setup.of(hotel.id()).settings()).isEqualTo(theirs);
        test(find(Button.class).withText("Discard changes").single()).click();
        assertThat(labelled(TextArea.class, "Instructions for the guest").getValue())
                .isEqualTo("theirs");
    }

    private void save() {
        test(find(Button.class).withText("Save").single()).click();
    }

    private String notice() {
        return test(find(Notification.class).last()).getText();
    }

    private String preview() {
        return find(IFrame.class).single().getElement().getAttribute("src");
    }

    private <T extends com.vaadin.flow.component.Component> T labelled(Class<T> type, String label) {
        return find(type)
                .withCondition(field -> label.equals(field.getElement().getProperty("label")))
                .single();
    }
}
