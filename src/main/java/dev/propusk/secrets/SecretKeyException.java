package dev.propusk.secrets;

/** The key that secrets are encrypted with is missing, or is another one than they were encrypted with. */
public class SecretKeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    SecretKeyException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What a person can do about it. */
    public String remedy() {
        return remedy;
    }
}
