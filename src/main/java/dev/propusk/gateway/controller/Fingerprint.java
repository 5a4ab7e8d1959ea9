package dev.propusk.gateway.controller;

import dev.propusk.base.Sha256;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a certificate.
 *
 * @param value 64 hexadecimal digits in small letters
 */
public record Fingerprint(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public Fingerprint {
        if (!isOne(value)) {
            throw new IllegalArgumentException("No fingerprint");
        }
    }

    /** As browsers and openssl write it: with colons or spaces, in whichever letters. */
    public static Fingerprint parse(String text) {
        return new Fingerprint(plain(text));
    }

    public static boolean isOne(String text) {
        return SHAPE.matcher(plain(text)).matches();
    }

    private static String plain(String text) {
        return text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
    }

    static Fingerprint of(byte[] bytes) {
        return new Fingerprint(HexFormat.of().formatHex(bytes));
    }

    static Fingerprint of(X509Certificate certificate) throws CertificateEncodingException {
        return of(Sha256.of(certificate.getEncoded()));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(value);
    }

    /** In pairs, as other programs show it. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(bytes());
    }
}
