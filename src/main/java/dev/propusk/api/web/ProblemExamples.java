package dev.propusk.api.web;

import dev.propusk.api.Problem;
import dev.propusk.api.ProblemKind;
import dev.propusk.api.WrongField;
import java.util.List;

/** One problem of each kind, for the pages that explain them. */
final class ProblemExamples {
    private ProblemExamples() {}

    static Problem of(ProblemKind kind) {
        return switch (kind) {
            case INVALID ->
                Problem.of(List.of(
                        new WrongField("count", "problem.field.range", List.of(1, 200)),
                        new WrongField("reuse", "problem.field.required", List.of())));
            case MALFORMED -> Problem.of(kind, "problem.malformed.body", 1, 17);
            case INTERNAL -> Problem.of(kind, "problem.internal.detail", "b3f1a2c4-5d6e-4f70-8a9b-0c1d2e3f4a5b");
            case SCOPE ->
                Problem.of(kind, "problem.scope.detail", "tokens:write").with("scope", "tokens:write");
            case NOT_FOUND -> Problem.of(kind, "problem.not-found.token");
            case UNUSED_LIMIT ->
                Problem.of(kind, "problem.unused-limit.detail", 195, 200, 10)
                        .with("unused", 195)
                        .with("limit", 200)
                        .with("requested", 10);
            case WRONG_STATE -> Problem.of(kind, "problem.wrong-state.ANNULLED").with("state", "ANNULLED");
            case UNAUTHORIZED,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    NOTHING_TO_PRINT,
                    CONTRACT_NOT_OPEN,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    IDEMPOTENCY_KEY_REUSED,
                    NOT_ACCEPTED,
                    TOO_MANY_REQUESTS,
                    UNAVAILABLE -> Problem.of(kind);
        };
    }
}
