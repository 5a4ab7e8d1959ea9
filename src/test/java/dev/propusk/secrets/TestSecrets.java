package dev.propusk.secrets;

import java.nio.file.Path;
import org.springframework.mock.env.MockEnvironment;

/** Secrets with a key of their own. */
public final class TestSecrets {
    private TestSecrets() {}

    /**
     * Those of a folder.
     *
     * @param folder where the key is kept, and made at the first call
     */
    public static Secrets in(Path folder) {
        return new Secrets(new SecretSettings(folder, null, null), new MockEnvironment());
    }
}
