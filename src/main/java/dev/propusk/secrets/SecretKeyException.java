package dev.propusk.secrets;

import dev.propusk.base.StartRefusedException;

/** The key that secrets are encrypted with is missing, or is another one than they were encrypted with. */
public class SecretKeyException extends StartRefusedException {
    private static final long serialVersionUID = 1;

    SecretKeyException(String problem, String remedy) {
        super(problem, remedy);
    }
}
