package dev.propusk.account.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.base.Texts;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkMailTest {
    private static final URI LINK = TestMail.HOUSE.resolve("/welcome/secret");

    private final TestMail mail = new TestMail();
    private final Texts texts = new Texts();

    @AfterEach
    void stop() {
        mail.close();
    }

    @Test
    void theLetterIsInItsReadersLanguage() throws Exception {
        assertThat(mail.letters(texts).send("guest@example.org", Texts.RUSSIAN, LINK, LinkMail.Kind.INVITATION))
                .isTrue();
        assertThat(mail.letters(texts).send("guest@example.org", Texts.ENGLISH, LINK, LinkMail.Kind.RESET))
                .isTrue();
        MimeMessage[] letters = mail.server().getReceivedMessages();
        assertThat(letters).hasSize(2);
        assertThat(letters[0].getSubject()).isEqualTo("Вход в Propusk");
        assertThat((String) letters[0].getContent()).contains("Придумайте пароль", LINK.toString());
        assertThat(letters[0].getFrom()[0]).hasToString("propusk@example.org");
        assertThat(letters[0].getRecipients(Message.RecipientType.TO)[0]).hasToString("guest@example.org");
        assertThat((String) letters[1].getContent()).contains("set a new password", LINK.toString());
    }

    @Test
    void aServerThatDoesNotTakeItIsTold() {
        LinkMail letters = mail.letters(texts);
        mail.close();
        assertThat(letters.send("guest@example.org", Texts.RUSSIAN, LINK, LinkMail.Kind.RESET))
                .isFalse();
    }

    @Test
    void itIsOffWhereNoServerIsSet() {
        assertThat(TestMail.none(texts).isOn()).isFalse();
        assertThat(mail.letters(texts).isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "guest", "guest@", "a@example.org, b@example.org", "a@example.org\r\nBcc: b@example.org"})
    void oneAddressAndNothingElseIsTaken(String to) {
        assertThat(LinkMail.isAddress(to)).isFalse();
        assertThatThrownBy(() -> mail.letters(texts).send(to, Texts.RUSSIAN, LINK, LinkMail.Kind.RESET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(mail.server().getReceivedMessages()).isEmpty();
    }

    @Test
    void noOtherLinkIsSentUnderOurName() {
        assertThatThrownBy(() -> mail.letters(texts)
                        .send("a@example.org", Texts.RUSSIAN, URI.create("https://evil.example/"), LinkMail.Kind.RESET))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
