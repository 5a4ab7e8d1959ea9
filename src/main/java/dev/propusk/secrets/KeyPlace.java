package dev.propusk.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * The file that the installation's key stands in, for what works beside the application: nothing is made.
 *
 * @param isMadeWhereMissing whether the application makes one where there is none
 */
public record KeyPlace(Path file, boolean isMadeWhereMissing) {
    private static final Set<PosixFilePermission> FOR_OTHERS =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    /**
     * Finds it by the settings.
     *
     * @throws SecretKeyException where one must be named, and is not
     */
    public static KeyPlace of(Environment environment) {
        SecretSettings settings = Binder.get(environment).bindOrCreate("propusk", SecretSettings.class);
        return new KeyPlace(settings.file(environment), settings.isMadeWhereMissing(environment));
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Whether every login of this machine may read or change it. */
    public boolean isOpenToOthers() {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(FOR_OTHERS::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is encrypted and signed with it.
     *
     * @throws SecretKeyException where the file is missing, can't be read, or holds no key
     */
    public Secrets secrets() {
        return new Secrets(new SecretSettings(file, file), new StandardEnvironment());
    }
}
