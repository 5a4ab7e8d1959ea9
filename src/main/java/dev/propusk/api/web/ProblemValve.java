package dev.propusk.api.web;

import dev.propusk.api.Problem;
import dev.propusk.api.ProblemKind;
import dev.propusk.api.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Tells programs in their own form what Tomcat itself refuses, before any of our filters: a path that can't be read. */
class ProblemValve extends ErrorReportValve {
    private final Problems problems;

    ProblemValve(Problems problems) {
        this.problems = problems;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() != ProblemKind.MALFORMED.status().value() || !isOfPrograms(request.getRequestURI())) {
            super.report(request, response, thrown);
            return;
        }
        try {
            problems.write(Problem.of(ProblemKind.MALFORMED), request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfPrograms(String address) {
        return address.startsWith("/api/") || address.startsWith("/gateway/");
    }
}
