package dev.propusk.support.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.support.Question;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What support asks. */
class SupportFormsTest extends PanelTest {
    private static final String NO_MAC = "This is not a MAC address. Example: AA:BB:CC:DD:EE:FF";

    @Autowired
    Generation generation;

    @Autowired
    Tokens tokens;

    @Autowired
    Clock clock;

    @Test
    void aQuestionWithoutAReasonIsNotAsked() {
        open(contracts.support(), "support");
        type(TextField.class, "What to look for", hotel.number());
        press("Find");
        assertThat(told()).isEqualTo(Map.of("Reason", "Give a reason of up to 200 characters"));
        assertThat(typed(TextField.class, "What to look for")).isEqualTo(hotel.number());
    }

    @Test
    void whatCanNotBeLookedForIsToldAtItsField() {
        open(contracts.support(), "support");
        type(TextField.class, "Reason", "№ 17");
        type(TextField.class, "What to look for", "?");
        press("Find");
        assertThat(told()).containsOnlyKeys("What to look for");
        type(TextField.class, "What to look for", "10.1.2.3");
        press("Find");
        assertThat(told()).containsOnlyKeys("From");
        type(DateTimePicker.class, "From", LocalDateTime.parse("2026-05-02T10:00"));
        type(DateTimePicker.class, "To", LocalDateTime.parse("2026-05-01T10:00"));
        press("Find");
        assertThat(told()).isEqualTo(Map.of("To", "The end has to be after the start"));
        type(DateTimePicker.class, "To", LocalDateTime.parse("2026-05-03T10:00"));
        type(TextField.class, "This contract only", "none");
        press("Find");
        assertThat(told()).isEqualTo(Map.of("This contract only", "No contract has this number"));
        assertThat(typed(TextField.class, "This contract only")).isEqualTo("none");
    }

    @Test
    void timesAreMeantInTheProvidersZoneUntilAnotherIsChosen() {
        ZoneId provider = ZoneId.of("Pacific/Chatham");
        List<Question> asked = new ArrayList<>();
        open(contracts.support(), "why");
        UI.getCurrent().add(new QuestionForm(provider, asked::add));
        type(TextField.class, "What to look for", "10.1.2.3");
        type(TextField.class, "Reason", "№ 17");
        press("Find");
        type(zones(), "Time zone", ZoneId.of("Asia/Tokyo"));
        press("Find");
        assertThat(asked).extracting(Question::zone).containsExactly(provider, ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void whyIsAskedOfADeviceOrACode() {
        open(contracts.support(), "why");
        press("Check");
        assertThat(told()).isEqualTo(Map.of("MAC address", NO_MAC));
        type(TextField.class, "Token code", "200");
        press("Check");
        assertThat(told()).isEqualTo(Map.of("Token code", "A code has 12 digits and begins with 100"));
        type(TextField.class, "MAC address", "AA:BB");
        press("Check");
        assertThat(told()).containsOnlyKeys("MAC address", "Token code");
        assertThat(typed(TextField.class, "MAC address")).isEqualTo("AA:BB");
        type(TextField.class, "MAC address", "");
        type(TextField.class, "Token code", "100 000 000 000");
        type(TextField.class, "Contract where the guest is now", "none");
        press("Check");
        assertThat(told()).isEqualTo(Map.of("Contract where the guest is now", "No contract has this number"));
    }

    @Test
    void aCertificateIsNotJudgedBeforeItsChecksumIsTyped() {
        open(contracts.support(), "certificates");
        press("Verify");
        assertThat(told()).containsOnlyKeys("Certificate number");
        type(TextField.class, "Certificate number", "123");
        press("Verify");
        assertThat(told()).containsOnlyKeys("Checksum");
        assertThat(find(Paragraph.class).all()).extracting(Paragraph::getText).noneMatch(said -> said.contains("123"));
        type(TextArea.class, "Checksum", "0123 4567 ".repeat(8));
        press("Verify");
        assertThat(told()).isEmpty();
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("We made no certificate with the number 123. See whether it is typed right.");
    }

    @Test
    void whatIsNoMacActivatesNothing() {
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(7), null, null))
                        .tokens()
                        .getFirst());
        open(contracts.support(), "why");
        type(TextField.class, "Token code", token.code().value());
        press("Check");
        type(TextField.class, "The device’s MAC", "AA:BB");
        press("Activate by hand");
        assertThat(told()).isEqualTo(Map.of("The device’s MAC", NO_MAC));
        assertThat(contracts
                        .asOwner(hotel, () -> tokens.get(hotel.id(), token.id()))
                        .state(clock.instant()))
                .isEqualTo(TokenState.UNUSED);
    }

    @SuppressWarnings("unchecked")
    private static Class<ComboBox<ZoneId>> zones() {
        return (Class<ComboBox<ZoneId>>) (Class<?>) ComboBox.class;
    }
}
