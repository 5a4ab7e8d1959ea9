package dev.propusk.token.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.contract.Limits;
import dev.propusk.panel.FactList;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.ui.generate.GenerationDialog;
import dev.propusk.token.ui.generate.HandedOut;
import dev.propusk.token.ui.part.StateBadge;
import dev.propusk.token.ui.part.UsesCard;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people enter wrongly stays in the form, with a word on what would be right; nothing is made. */
@PropuskTest
class TokenFormsTest extends PanelViewTest {
    @Autowired
    JdbcClient jdbc;

    @Test
    void asManyAsAskedForAreGeneratedAndShown() {
        openGeneration();
        number("Number").setValue(3);
        submit("Generate");
        assertThat(tokens.quota(hotel.id()).unused()).isEqualTo(3);
        assertThat(find(HandedOut.class).exists()).isTrue();
        assertThat(codes()).hasSize(3);
    }

    @Test
    void aNumberThatDoesNotFitIsRefused() {
        generation.generate(hotel.id(), new TokenRequest(190, Reuse.SINGLE_USE, Term.UNLIMITED, null, null));
        openGeneration();
        for (int wrong : new int[] {0, 201, 11}) {
            number("Number").setValue(wrong);
            submit("Generate");
            assertThat(number("Number").isInvalid()).as("%d", wrong).isTrue();
            assertThat(number("Number").getErrorMessage()).isEqualTo("Enter a number from 1 to 10");
        }
        assertThat(tokens.quota(hotel.id()).unused()).isEqualTo(190);
        number("Number").setValue(10);
        submit("Generate");
        assertThat(tokens.quota(hotel.id()).unused()).isEqualTo(200);
    }

    @Test
    void aTermThatIsNoneIsRefused() {
        openGeneration();
        for (int wrong : new int[] {0, 31}) {
            number("Another term").setValue(wrong);
            submit("Generate");
            assertThat(number("Another term").isInvalid()).as("%d", wrong).isTrue();
        }
        assertThat(tokens.quota(hotel.id()).unused()).isZero();
        number("Another term").setValue(5);
        submit("Generate");
        assertThat(tokens.unused(hotel.id())).allMatch(token -> token.term().equals(Term.ofDays(5)));
    }

    @Test
    void limitsAreAskedForInPeoplesUnitsAndShownWithTheToken() {
        openGeneration();
        speed("Download speed, Mbit/s").setValue(10.0);
        speed("Upload speed, Mbit/s").setValue(0.512);
        speed("Traffic, GB").setValue(1.5);
        number("Disconnect when idle for, min").setValue(30);
        number("Number").setValue(1);
        submit("Generate");
        Token made = tokens.unused(hotel.id()).getFirst();
        assertThat(made.limits()).isEqualTo(new Limits(10_000, 512, 30, 1_500));
        open(TokenAddress.ALL.withToken(made.id()));
        assertThat(find(FactList.class).single().getElement().getTextRecursively())
                .contains("download up to 10 Mbit/s, upload up to 512 kbit/s, 1.5 GB of traffic, "
                        + "disconnected after 30 min without traffic");
    }

    @Test
    void limitsThatAreNoneAreRefusedAtTheirField() {
        openGeneration();
        speed("Download speed, Mbit/s").setValue(0.063);
        number("Disconnect when idle for, min").setValue(1441);
        submit("Generate");
        assertThat(speed("Download speed, Mbit/s").isInvalid()).isTrue();
        assertThat(number("Disconnect when idle for, min").isInvalid()).isTrue();
        assertThat(tokens.quota(hotel.id()).unused()).isZero();
    }

    private NumberField speed(String label) {
        return find(NumberField.class).withCaption(label).single();
    }

    @Test
    void aCodeForANumberOfDevicesIsAskedForAndTellsHowManyHaveEntered() {
        openGeneration();
        assertThat(find(RadioButtonGroup.class).withCaption("How many devices").all())
                .isEmpty();
        choose("Number of uses", UsesCard.SEVERAL);
        choose("How many devices", 3);
        number("Number").setValue(1);
        submit("Generate");
        Token made = tokens.unused(hotel.id()).getFirst();
        assertThat(made.uses()).isEqualTo(Uses.of(3));
        assertThat(find(HandedOut.class).single().getElement().getTextRecursively())
                .contains("for 3 devices, 7 days");
        activation.activate(hotel.id(), made.code(), TestContracts.device());
        assertThat(panel(made)).contains("1 of 3 devices", "Waits for the next device");
        activation.activate(hotel.id(), made.code(), TestContracts.device());
        activation.activate(hotel.id(), made.code(), TestContracts.device());
        assertThat(panel(made)).contains("3 of 3 devices", "all devices have entered");
    }

    @Test
    void aTokenWithoutTrafficLeftDoesNotLookActive() {
        Limits limits = new Limits(null, null, null, 1);
        Token made = generation
                .generate(hotel.id(), new TokenRequest(1, Uses.ONE, Term.ofDays(1), null, null, limits))
                .tokens()
                .getFirst();
        activation.activate(hotel.id(), made.code(), TestContracts.device());
        assertThat(panel(made)).contains("active").doesNotContain("traffic used up");
        jdbc.sql("update token_limit set octets = 1000000 where token_id = ?")
                .param(made.id().value())
                .update();
        assertThat(panel(made)).contains("traffic used up");
        assertThat(find(StateBadge.class).all().getFirst().getClassNames()).contains("spent");
    }

    @Test
    void theKindThatWasHandedOutLastIsOfferedWithItsNumberOfDevices() {
        open(TokenAddress.ALL);
        press("Issue one");
        choose("Number of uses", UsesCard.SEVERAL);
        choose("How many devices", 4);
        submit("Issue");
        assertThat(tokens.unused(hotel.id()).getFirst().uses()).isEqualTo(Uses.of(4));
        open(TokenAddress.ALL);
        press("Issue one");
        submit("Issue");
        assertThat(tokens.unused(hotel.id()))
                .hasSize(2)
                .allMatch(token -> token.uses().equals(Uses.of(4)));
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String caption, T value) {
        ((RadioButtonGroup<T>) find(RadioButtonGroup.class).withCaption(caption).single()).setValue(value);
    }

    private String panel(Token token) {
        open(TokenAddress.ALL.withToken(token.id()));
        return find(TokenPanel.class).single().getElement().getTextRecursively();
    }

    @Test
    void aNoteThatIsTooLongIsRefusedAndKept() {
        String note = "n".repeat(TokenRequest.MAX_NOTE + 1);
        openGeneration();
        TextField field = find(TextField.class).withCaption("Note").single();
        test(field).setValue(note);
        submit("Generate");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("At most 100 characters on one line");
        assertThat(field.getValue()).isEqualTo(note);
        assertThat(tokens.quota(hotel.id()).unused()).isZero();
    }

    @Test
    void whereThePlaceWasTakenMeanwhileTheFormStaysAndSaysSo() {
        openGeneration();
        number("Number").setValue(20);
        generation.generate(hotel.id(), new TokenRequest(190, Reuse.SINGLE_USE, Term.UNLIMITED, null, null));
        submit("Generate");
        assertThat(find(GenerationDialog.class).single().isOpened()).isTrue();
        assertThat(find(GenerationDialog.class).single().getElement().getTextRecursively())
                .contains("That is too many: 190 of 200 are unused, and 20 more are needed. Nothing was generated.");
        assertThat(tokens.quota(hotel.id()).unused()).isEqualTo(190);
    }

    @Test
    void aGuestAtTheDeskIsGivenACodeThatNobodyElseGets() {
        open(TokenAddress.ALL);
        press("Issue one");
        submit("Issue");
        Token issued = tokens.unused(hotel.id()).getFirst();
        assertThat(issued.issuedAt()).isPresent();
        assertThat(find(HandedOut.class).single().getElement().getTextRecursively())
                .contains(issued.code().grouped());
    }

    private void openGeneration() {
        open(TokenAddress.ALL);
        press("Generate");
    }

    private IntegerField number(String caption) {
        return find(IntegerField.class).withCaption(caption).single();
    }

    /** The button in the dialog, which stands above the page's own. */
    private void submit(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }
}
