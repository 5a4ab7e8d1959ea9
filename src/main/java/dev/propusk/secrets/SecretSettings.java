package dev.propusk.secrets;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the key stands that secrets are encrypted with.
 *
 * @param secretKeyFile a file with 32 random bytes in Base64, the same on all nodes; unset: {@code secret.key} in the
 *     data directory, made at the first start
 */
@ConfigurationProperties("propusk")
record SecretSettings(Path dataDir, @Nullable Path secretKeyFile) {}
