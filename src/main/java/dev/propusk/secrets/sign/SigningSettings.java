package dev.propusk.secrets.sign;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What others verify by.
 *
 * @param signingKeyFile a PKCS#12 file with the key that certificates are signed with, and its certificates; unset: they are
 *     not signed
 * @param signingKeyPassword of that file
 * @param timeStampAuthority where an authority stamps by RFC 3161; unset: nothing is stamped
 * @param timeStampCertificates a PEM file with the certificates that an authority's have to come from; unset: any authority's
 *     stamp counts
 */
@ConfigurationProperties("propusk")
record SigningSettings(
        @Nullable Path signingKeyFile,
        @DefaultValue("") String signingKeyPassword,
        @Nullable URI timeStampAuthority,
        @Nullable Path timeStampCertificates) {
    SigningSettings {
        if (timeStampAuthority != null && !isAddress(timeStampAuthority)) {
            throw new SigningKeyException(
                    "propusk.time-stamp-authority is " + timeStampAuthority + ", which is no address.",
                    "Set it to one such as http://tsa.example.org/, or leave it out: then nothing is stamped.");
        }
    }

    private static boolean isAddress(URI given) {
        return given.getHost() != null
                && ("http".equalsIgnoreCase(given.getScheme()) || "https".equalsIgnoreCase(given.getScheme()));
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "SigningSettings[" + signingKeyFile + ", " + timeStampAuthority + "]";
    }
}
