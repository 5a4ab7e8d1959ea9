package dev.propusk.gateway.guest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** What CoovaChilli does with the secret of its redirects ({@code uamsecret}). */
final class ChilliSecret {
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){1,64}");

    private final byte[] secret;

    ChilliSecret(byte[] secret) {
        this.secret = secret;
    }

    /** MD5 over the whole address before the signature, and the secret. */
    boolean hasSigned(String address, String md) {
        byte[] expected = md5(address.getBytes(StandardCharsets.UTF_8), secret);
        return isHex(md) && MessageDigest.isEqual(expected, HexFormat.of().parseHex(md));
    }

    /** A password as CHAP hides it, by a challenge that is mixed with the secret. */
    String hide(String password, String challenge) {
        byte[] sent = HexFormat.of().parseHex(challenge);
        byte[] response = md5(new byte[1], password.getBytes(StandardCharsets.US_ASCII), md5(sent, secret));
        return HexFormat.of().formatHex(response);
    }

    static boolean isHex(String text) {
        return HEX.matcher(text).matches();
    }

    private static byte[] md5(byte[]... parts) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            List.of(parts).forEach(md5::update);
            return md5.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
