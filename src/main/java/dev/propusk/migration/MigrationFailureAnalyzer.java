package dev.propusk.migration;

import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Shows a change of the schema that failed as one clear message instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<LiquibaseException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LiquibaseException cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new FailureAnalysis(
                "The schema could not be brought to this version: " + firstLine(root.getMessage()),
                "Mend what the message names (rights of spring.liquibase.user, space on the disk) and start again: what was"
                        + " done already is not done twice. The release before works with what is there.",
                cause);
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "no reason was given"
                : message.lines().findFirst().orElse("").strip();
    }
}
