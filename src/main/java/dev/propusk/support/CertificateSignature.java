package dev.propusk.support;

import dev.propusk.secrets.sign.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.Map;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfSignature;
import org.openpdf.text.pdf.PdfSignatureAppearance;
import org.openpdf.text.pdf.PdfStamper;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/** Signs a certificate's file, so that whoever is handed it can verify it without us (evidence 6). */
@Component
class CertificateSignature {
    private final SigningKey key;

    CertificateSignature(SigningKey key) {
        this.key = key;
    }

    /** The file signed, so that no later change is allowed; as it is, where there is no key. */
    byte[] sign(byte[] pdf, Instant at, ZoneId zone) {
        return key.owner().isEmpty() ? pdf : signed(pdf, at, zone);
    }

    private byte[] signed(byte[] pdf, Instant at, ZoneId zone) {
        int room = key.room();
        ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 3 * room);
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfStamper stamper = PdfStamper.createSignature(reader, out, PdfWriter.VERSION_1_7);
            PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
            appearance.setCertificationLevel(PdfSignatureAppearance.CERTIFIED_NO_CHANGES_ALLOWED);
            PdfSignature dictionary = new PdfSignature(PdfName.ADOBE_PPKLITE, new PdfName("ETSI.CAdES.detached"));
            dictionary.setDate(new PdfDate(GregorianCalendar.from(at.atZone(zone))));
            appearance.setCryptoDictionary(dictionary);
            appearance.preClose(Map.of(PdfName.CONTENTS, 2 * room + 2));
            byte[] signature = key.sign(appearance.getRangeStream().readAllBytes());
            if (signature.length > room) {
                throw new IllegalStateException("A signature of " + signature.length + " bytes has no room");
            }
            PdfDictionary contents = new PdfDictionary();
            contents.put(PdfName.CONTENTS, new PdfString(Arrays.copyOf(signature, room)).setHexWriting(true));
            appearance.close(contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
