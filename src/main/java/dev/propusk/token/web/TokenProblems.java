package dev.propusk.token.web;

import dev.propusk.api.Problem;
import dev.propusk.api.ProblemKind;
import dev.propusk.api.ProblemSource;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.UnusedLimitExceededException;
import dev.propusk.token.WrongTokenStateException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the exceptions around tokens mean to other programs. */
@Component
class TokenProblems implements ProblemSource {
    @Override
    public Optional<Problem> problem(Throwable failure) {
        return switch (failure) {
            case TokenNotFoundException e -> Optional.of(Problem.of(ProblemKind.NOT_FOUND, "problem.not-found.token"));
            case UnusedLimitExceededException e -> Optional.of(limit(e));
            case WrongTokenStateException e ->
                Optional.of(Problem.of(ProblemKind.WRONG_STATE, "problem.wrong-state." + e.state())
                        .with("state", e.state().name()));
            case CodeNotAcceptedException e -> Optional.of(notAccepted(e));
            default -> Optional.empty();
        };
    }

    private static Problem limit(UnusedLimitExceededException e) {
        return Problem.of(ProblemKind.UNUSED_LIMIT, "problem.unused-limit.detail", e.unused(), e.limit(), e.requested())
                .with("unused", e.unused())
                .with("limit", e.limit())
                .with("requested", e.requested());
    }

    private static Problem notAccepted(CodeNotAcceptedException e) {
        return switch (e.refusal()) {
            case CONTRACT_NOT_OPEN -> Problem.of(ProblemKind.CONTRACT_NOT_OPEN);
            case USED_UP -> Problem.of(ProblemKind.WRONG_STATE, "problem.wrong-state.used-up");
            case UNKNOWN, USED, ENDED -> Problem.of(ProblemKind.WRONG_STATE, "problem.wrong-state.device");
        };
    }
}
