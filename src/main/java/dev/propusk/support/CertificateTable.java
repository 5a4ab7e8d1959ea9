package dev.propusk.support;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements around certificates, which are only ever added. */
@Component
class CertificateTable {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    CertificateTable(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * With its entry in the journal.
     *
     * @param fileHash SHA-256 of the file as it is handed out
     */
    @Atomic
    void save(UUID id, Certificate certificate, String fileHash, String reason) {
        jdbc.sql("""
                        insert into certificate (id, number, made_at, made_by, checksum, file_hash, content)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        certificate.number(),
                        InstantConverter.toUtc(certificate.madeAt()),
                        certificate.madeBy(),
                        certificate.checksum(),
                        fileHash,
                        certificate.content())
                .update();
        events.publishEvent(new CertificateMade(certificate.number(), reason));
    }

    Optional<Certificate> findByNumber(String number) {
        return find("number = ?", number);
    }

    Optional<Certificate> findByFile(String fileHash) {
        return find("file_hash = ?", fileHash);
    }

    private Optional<Certificate> find(String condition, String value) {
        return jdbc.sql("select number, made_at, made_by, checksum, content from certificate where " + condition)
                .param(value)
                .query(CertificateTable::certificate)
                .optional();
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
