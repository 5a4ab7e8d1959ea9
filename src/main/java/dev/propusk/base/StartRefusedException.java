package dev.propusk.base;

import java.util.Optional;

/**
 * The application can't start as it was set up, or on what it found. Shown as two sentences in place of a stack trace, see
 * {@link StartRefusedFailureAnalyzer}; {@code propusk check} shows the same ones.
 */
public class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param problem what is wrong, naming the setting or the file, without any secret
     * @param remedy what to install, set or stop
     */
    public StartRefusedException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** As the other, where another failure was met first. */
    public StartRefusedException(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    /** The one that a failure comes from, if any. */
    public static Optional<StartRefusedException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** What is wrong, in a sentence. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** What a person can do about it, in a sentence or two. */
    public String remedy() {
        return remedy;
    }
}
