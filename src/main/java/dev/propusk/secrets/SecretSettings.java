package dev.propusk.secrets;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Where the key stands that secrets are encrypted with.
 *
 * @param secretKeyFile a file with 32 random bytes in Base64, the same on all nodes; unset: {@code secret.key} in the
 *     data directory, made at the first start
 */
@ConfigurationProperties("propusk")
record SecretSettings(Path dataDir, @Nullable Path secretKeyFile) {
    /** @throws SecretKeyException where one must be named, and is not */
    Path file(Environment environment) {
        if (secretKeyFile != null) {
            return secretKeyFile;
        }
        if (isExternal(environment)) {
            throw SecretKeyFile.required();
        }
        return dataDir.resolve("secret.key");
    }

    /** Whether a key is made where there is none yet. */
    boolean isMadeWhereMissing(Environment environment) {
        return secretKeyFile == null && !isExternal(environment);
    }

    private static boolean isExternal(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }
}
