package dev.propusk.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** A new shared secret, as an authenticator app takes it: by a QR code, or typed in Base32 (RFC 4648). */
public final class TotpSecret {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BYTES = 20;

    private final byte[] bytes = new byte[BYTES];
    private final String username;

    TotpSecret(String username) {
        this.username = username;
        new SecureRandom().nextBytes(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** For those who type it, in groups of four. */
    public String typed() {
        return base32().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** For the QR code. */
    public String uri() {
        String name = URLEncoder.encode(username, StandardCharsets.UTF_8);
        return "otpauth://totp/Propusk:" + name + "?secret=" + base32() + "&issuer=Propusk";
    }

    private String base32() {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        // its low bits count; those that were written run out at the other end
        int held = 0;
        for (byte b : bytes) {
            held = held << 8 | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(held >> bits & 31));
            }
        }
        return text.toString();
    }
}
