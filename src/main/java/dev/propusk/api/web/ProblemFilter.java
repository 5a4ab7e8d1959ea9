package dev.propusk.api.web;

import dev.propusk.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whatever fails on the way to a call or back is told as a problem, never as a page. */
class ProblemFilter extends OncePerRequestFilter {
    private static final String MARK = ProblemFilter.class.getName();

    private final FailureProblems failures;
    private final Problems problems;

    ProblemFilter(FailureProblems failures, Problems problems) {
        this.failures = failures;
        this.problems = problems;
    }

    /** Whether this is a call of the API, however its address is written. */
    static boolean isCall(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        request.setAttribute(MARK, true);
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException | IOException e) {
            problems.write(failures.of(e), request, response);
        }
    }
}
