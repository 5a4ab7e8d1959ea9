package dev.propusk.command.check;

import dev.propusk.base.StartRefusedException;

/**
 * What a check found.
 *
 * @param check its name, as in {@code public-url}
 * @param says what is so, or what is wrong, in a sentence
 * @param remedy what to do about it; empty where all is well
 */
public record Finding(String check, Grade grade, String says, String remedy) {
    /** How bad it is. */
    public enum Grade {
        OK,
        /** It works, and will cost somebody later. */
        WARNING,
        /** It does not work. */
        FAILURE
    }

    static Finding ok(String check, String says) {
        return new Finding(check, Grade.OK, says, "");
    }

    static Finding warning(String check, String problem, String remedy) {
        return new Finding(check, Grade.WARNING, problem, remedy);
    }

    static Finding failure(String check, String problem, String remedy) {
        return new Finding(check, Grade.FAILURE, problem, remedy);
    }

    static Finding failure(String check, StartRefusedException refused) {
        return failure(check, refused.problem(), refused.remedy());
    }

    boolean isFailure() {
        return grade == Grade.FAILURE;
    }
}
