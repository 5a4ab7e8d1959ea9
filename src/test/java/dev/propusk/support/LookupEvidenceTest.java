package dev.propusk.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.base.Texts;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an answer of support is worth: compared with the journal, and on paper. */
class LookupEvidenceTest extends SupportLookups {
    @Autowired
    Certificates certificates;

    @Test
    void aTokenThatWasChangedPastTheApplicationIsToldInTheAnswerAndOnTheCertificate() throws Exception {
        Token token = activated(Reuse.SINGLE_USE);
        Token moved =
                contracts.asOwner(hotel, () -> activation.moveToNewMac(hotel.id(), token.id(), TestContracts.device()));
        assertThat(ask(token.code().grouped()).findings())
                .hasSize(2)
                .allMatch(found -> found.contradictions().isEmpty());
        MacAddress other = TestContracts.device();
        jdbc.sql("update token set mac = ? where id = ?")
                .params(other.bytes(), moved.id().value())
                .update();
        LookupAnswer answer = ask(other.toString());
        assertThat(answer.findings())
                .singleElement()
                .satisfies(found -> assertThat(found.contradictions())
                        .containsExactly(new Contradiction(
                                Contradiction.Kind.DEVICE,
                                other.toString(),
                                moved.mac().orElseThrow().toString())));
        String said = "Token " + token.code().grouped() + ": the database names the device " + other;
        assertThat(new LookupWords(new Texts(), Locale.ENGLISH, answer)
                        .doubts(answer)
                        .getFirst())
                .startsWith(said);
    }

    @Test
    void aCertificateSaysWhatWasFoundAndIsVerifiedLater() throws Exception {
        Token token = activated(Reuse.SINGLE_USE);
        LookupAnswer answer = ask(device.toString());
        byte[] pdf = asSupport(() -> certificates.make(answer.question(), Locale.of("ru")));
        String text;
        try (var document = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isOne();
        }
        assertThat(text)
                .contains(
                        device.toString(),
                        token.code().grouped(),
                        hotel.number(),
                        "Asia/Irkutsk",
                        "письмо № 17",
                        support.getUsername(),
                        "Страница 1 из 1",
                        "придумало его само")
                .doesNotContain("!ru", "◊");
        String number = text.replaceAll("(?s).*Справка (\\d{8}-\\d{6}).*", "$1");
        String checksum = text.replaceAll("(?s).*Контрольная сумма: ([0-9a-f ]+[0-9a-f]).*", "$1");
        assertThat(asSupport(() -> certificates.verify(number, checksum)).genuine())
                .hasValueSatisfying(found -> assertThat(found.content()).contains(device.toString()));
        assertThat(asSupport(() -> certificates.verify(pdf)).genuine()).isPresent();
        byte[] changed = pdf.clone();
        changed[changed.length / 2]++;
        assertThat(asSupport(() -> certificates.verify(changed)).kind()).isEqualTo(Verdict.Kind.NO_SUCH_FILE);
        assertThat(asSupport(() -> certificates.verify("123", checksum)).kind()).isEqualTo(Verdict.Kind.NO_SUCH_NUMBER);
        assertThat(asSupport(() -> certificates.verify(number, "g" + checksum.substring(1)))
                        .kind())
                .isEqualTo(Verdict.Kind.OTHER_CHECKSUM);
        jdbc.sql("update certificate set content = replace(content, ?, 'AC:DE:48:00:00:01') where number = ?")
                .params(device.toString(), number)
                .update();
        assertThat(asSupport(() -> certificates.verify(number, checksum)).kind())
                .isEqualTo(Verdict.Kind.CHANGED_HERE);
        assertThat(asSupport(() -> certificates.verify(pdf)).kind()).isEqualTo(Verdict.Kind.CHANGED_HERE);
    }

    @Test
    void aLongCertificateNumbersItsPages() throws Exception {
        for (int i = 0; i < 5; i++) {
            device = TestContracts.device();
            activated(Reuse.SINGLE_USE);
        }
        LookupAnswer answer = ask(hotel.number());
        byte[] pdf = asSupport(() -> certificates.make(answer.question(), Locale.ENGLISH));
        try (var document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            assertThat(new PDFTextStripper().getText(document)).contains("Page 1 of " + pages, "Page 2 of " + pages);
        }
    }
}
