package dev.propusk.secrets.sign;

import dev.propusk.base.StartRefusedException;

/** The key that certificates are to be signed with, or what they are compared with, can't be used. */
class SigningKeyException extends StartRefusedException {
    private static final long serialVersionUID = 1;

    SigningKeyException(String problem, String remedy) {
        super(problem, remedy);
    }

    SigningKeyException(String problem, String remedy, Exception cause) {
        super(problem, remedy, cause);
    }
}
