package dev.propusk.mariadb;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a database that can't be used as one clear message instead of a stack trace. */
class MariaDbFailureAnalyzer extends AbstractFailureAnalyzer<MariaDbException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MariaDbException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
