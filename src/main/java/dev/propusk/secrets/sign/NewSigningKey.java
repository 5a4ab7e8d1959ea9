package dev.propusk.secrets.sign;

import dev.propusk.base.StartRefusedException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key made by ourselves, with a certificate that it signs itself: who is handed that one can verify by it. */
public final class NewSigningKey {
    private static final int BITS = 3072;
    private static final int SERIAL_BITS = 127;
    private static final int YEARS = 10;
    private static final int DAYS_OF_A_YEAR = 365;
    private static final String SIGNED_BY = "SHA256withRSA";

    private NewSigningKey() {}

    /**
     * Makes it, in a file of its owner's alone.
     *
     * @param name whose it is, as readers of a signed PDF see it
     * @return the certificate, in PEM
     * @throws StartRefusedException where there is such a file, or it can't be written
     */
    public static String make(Path file, String name, String password, Instant now) {
        try {
            // before a key is looked for, which takes seconds
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            X509Certificate certificate = certificate(pair, name, now);
            KeyPairFile.write(file, new KeyPairFile(pair.getPrivate(), List.of(certificate)), password);
            return pem(certificate);
        } catch (FileAlreadyExistsException e) {
            throw new SigningKeyException(
                    "There is a file " + file + " already", "Name another: a key that signed is kept.", e);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new SigningKeyException(
                    "The key can't be written to " + file + ": " + e.getMessage(), "Name a file that can.", e);
        }
    }

    private static X509Certificate certificate(KeyPair pair, String name, Instant now)
            throws CertIOException, OperatorCreationException, GeneralSecurityException {
        X500Name subject =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
        var builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                Date.from(now.truncatedTo(ChronoUnit.SECONDS)),
                Date.from(now.plus((long) YEARS * DAYS_OF_A_YEAR, ChronoUnit.DAYS)),
                subject,
                pair.getPublic());
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNED_BY).build(pair.getPrivate())));
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }
}
