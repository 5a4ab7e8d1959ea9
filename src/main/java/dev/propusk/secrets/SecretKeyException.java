package dev.propusk.secrets;

import dev.propusk.base.StartRefusedException;

/** The key that secrets are encrypted with is missing, or is another one than they were encrypted with. */
public class SecretKeyException extends StartRefusedException {
    private static final long serialVersionUID = 1;

    SecretKeyException(String problem, String remedy) {
        super(problem, remedy);
    }

    /** The key is a sound one, but the database was begun with another. */
    public static SecretKeyException ofAnotherInstallation() {
        return new SecretKeyException(
                "The secret key is not the one that this database was begun with.",
                "Let propusk.secret-key-file name the file that belongs to it; all nodes have the same one, and after a"
                        + " restore it is the one from the time of the backup. Nothing was changed.");
    }
}
