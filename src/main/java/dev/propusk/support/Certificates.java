package dev.propusk.support;

import dev.propusk.base.Sha256;
import dev.propusk.base.Texts;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes certificates about answers, and tells later whether one is genuine. */
@Service
public class Certificates {
    private static final String PURPOSE = "certificate";

    private final Secrets secrets;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Certificates(Secrets secrets, Texts texts, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.secrets = secrets;
        this.texts = texts;
        this.jdbc = jdbc;
        this.events = events;
    }

    @PreAuthorize("hasRole('SUPPORT')")
    @Atomic
    public byte[] make(LookupAnswer answer, Locale language) {
        LocalDate day = LocalDate.ofInstant(answer.at(), answer.question().zone());
        String number = String.format(
                Locale.ROOT, "%s-%06d", DateTimeFormatter.BASIC_ISO_DATE.format(day), random.nextInt(1_000_000));
        LookupWords words = new LookupWords(texts, language, answer);
        CertificateText text = CertificateText.of(
                number, answer, words, Texts.closest(language).toLanguageTag());
        String content = text.canonical();
        Certificate certificate =
                new Certificate(number, answer.at(), answer.askedBy(), checksum(number, content), content);
        byte[] pdf = CertificatePdf.draw(
                text,
                words.text("support.certificate.findings"),
                words.text("support.certificate.doubts"),
                new CertificateFooter(
                        words.text("support.certificate.footer", number),
                        words.text("support.certificate.checksum", certificate.grouped()),
                        page -> words.text("support.certificate.page", page) + " "));
        save(certificate, pdf);
        events.publishEvent(new CertificateMade(number, answer.question().reason()));
        return pdf;
    }

    private void save(Certificate certificate, byte[] pdf) {
        jdbc.sql("""
                        insert into certificate (id, number, made_at, made_by, checksum, file_hash, content)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        TimeOrderedId.next(),
                        certificate.number(),
                        InstantConverter.toUtc(certificate.madeAt()),
                        certificate.madeBy(),
                        certificate.checksum(),
                        HexFormat.of().formatHex(Sha256.of(pdf)),
                        certificate.content())
                .update();
    }

    /**
     * By what is printed on it.
     *
     * @param checksum with or without spaces
     * @return the certificate as it was made; empty: there is none with this number and checksum
     */
    @PreAuthorize("hasAnyRole('SUPPORT', 'ADMIN')")
    @Transactional(readOnly = true)
    public Optional<Certificate> verify(String number, String checksum) {
        String digits = checksum.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return find("number = ?", number.strip())
                .filter(found -> found.checksum().equals(digits))
                .filter(this::isGenuine);
    }

    /** By the file, which must not have been changed by a bit. */
    @PreAuthorize("hasAnyRole('SUPPORT', 'ADMIN')")
    @Transactional(readOnly = true)
    public Optional<Certificate> verify(byte[] pdf) {
        return find("file_hash = ?", HexFormat.of().formatHex(Sha256.of(pdf))).filter(this::isGenuine);
    }

    private Optional<Certificate> find(String condition, String value) {
        return jdbc.sql("select number, made_at, made_by, checksum, content from certificate where " + condition)
                .param(value)
                .query(Certificates::certificate)
                .optional();
    }

    /** What stands in the database could have been changed as well; the key is not in it. */
    private boolean isGenuine(Certificate certificate) {
        return checksum(certificate.number(), certificate.content()).equals(certificate.checksum());
    }

    private String checksum(String number, String content) {
        return HexFormat.of()
                .formatHex(secrets.sign(PURPOSE, (number + "\n" + content).getBytes(StandardCharsets.UTF_8)));
    }

    private static Certificate certificate(ResultSet row, int number) throws SQLException {
        return new Certificate(
                row.getString("number"),
                InstantConverter.instant(row, "made_at"),
                row.getString("made_by"),
                row.getString("checksum"),
                row.getString("content"));
    }
}
