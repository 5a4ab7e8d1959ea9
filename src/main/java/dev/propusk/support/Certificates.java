package dev.propusk.support;

import dev.propusk.base.Sha256;
import dev.propusk.base.Texts;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.secrets.RetiredKeys;
import dev.propusk.secrets.Secrets;
import dev.propusk.support.Verdict.Kind;
import dev.propusk.work.Costly;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes certificates about answers, and tells later whether one is genuine. */
@Service
public class Certificates {
    private static final String PURPOSE = "certificate";

    private final Secrets secrets;
    private final RetiredKeys keys;
    private final Texts texts;
    private final Lookup lookup;
    private final CertificateSignature signature;
    private final CertificateTable table;
    private final SecureRandom random = new SecureRandom();

    Certificates(
            Secrets secrets,
            RetiredKeys keys,
            Texts texts,
            Lookup lookup,
            CertificateSignature signature,
            CertificateTable table) {
        this.secrets = secrets;
        this.keys = keys;
        this.texts = texts;
        this.lookup = lookup;
        this.signature = signature;
        this.table = table;
    }

    /**
     * Asks anew and certifies what is found now; what was shown before proves nothing.
     *
     * @throws InvalidQuestionException where it can't be answered as it stands
     */
    @PreAuthorize("hasRole('SUPPORT')")
    @Costly
    public byte[] make(Question question, Locale language) {
        LookupAnswer answer = lookup.answer(question);
        LocalDate day = LocalDate.ofInstant(answer.at(), question.zone());
        String number = String.format(
                Locale.ROOT, "%s-%06d", DateTimeFormatter.BASIC_ISO_DATE.format(day), random.nextInt(1_000_000));
        LookupWords words = new LookupWords(texts, language, answer);
        CertificateText text = CertificateText.of(
                number, answer, words, texts.closest(language).toLanguageTag());
        String content = text.canonical();
        Certificate certificate =
                new Certificate(number, answer.at(), answer.askedBy(), checksum(number, content), content);
        byte[] drawn = CertificatePdf.draw(
                text,
                words.text("support.certificate.findings"),
                words.text("support.certificate.doubts"),
                new CertificateFooter(
                        words.text("support.certificate.footer", number),
                        words.text("support.certificate.checksum", certificate.grouped()),
                        page -> words.text("support.certificate.page", page) + " "));
        byte[] pdf = signature.sign(drawn, answer.at(), question.zone());
        table.save(TimeOrderedId.next(), certificate, hash(pdf), question.reason());
        return pdf;
    }

    /**
     * By what is printed on it.
     *
     * @param checksum with or without spaces
     */
    @PreAuthorize("hasAnyRole('SUPPORT', 'ADMIN')")
    @Transactional(readOnly = true)
    public Verdict verify(String number, String checksum) {
        String digits = checksum.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return table.findByNumber(number.strip())
                .map(found -> keys.haveSigned(PURPOSE, signed(found.number(), found.content()), digits)
                        ? new Verdict(Kind.GENUINE, found)
                        : Verdict.of(found.checksum().equals(digits) ? Kind.CHANGED_HERE : Kind.OTHER_CHECKSUM))
                .orElseGet(() -> Verdict.of(Kind.NO_SUCH_NUMBER));
    }

    /** By the file, which must not have been changed by a bit. */
    @PreAuthorize("hasAnyRole('SUPPORT', 'ADMIN')")
    @Transactional(readOnly = true)
    public Verdict verify(byte[] pdf) {
        return table.findByFile(hash(pdf))
                .map(found -> isGenuine(found) ? new Verdict(Kind.GENUINE, found) : Verdict.of(Kind.CHANGED_HERE))
                .orElseGet(() -> Verdict.of(Kind.NO_SUCH_FILE));
    }

    /** What stands in the database could have been changed as well; the key is not in it. */
    private boolean isGenuine(Certificate certificate) {
        return keys.haveSigned(PURPOSE, signed(certificate.number(), certificate.content()), certificate.checksum());
    }

    private String checksum(String number, String content) {
        return HexFormat.of().formatHex(secrets.sign(PURPOSE, signed(number, content)));
    }

    private static byte[] signed(String number, String content) {
        return (number + "\n" + content).getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[] pdf) {
        return HexFormat.of().formatHex(Sha256.of(pdf));
    }
}
