package dev.propusk.sheet.web;

import dev.propusk.api.Problem;
import dev.propusk.api.ProblemKind;
import dev.propusk.api.ProblemSource;
import dev.propusk.sheet.NothingToPrintException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the exceptions around the sheet mean to other programs. */
@Component
class SheetProblems implements ProblemSource {
    @Override
    public Optional<Problem> problem(Throwable failure) {
        return failure instanceof NothingToPrintException
                ? Optional.of(Problem.of(ProblemKind.NOTHING_TO_PRINT))
                : Optional.empty();
    }
}
