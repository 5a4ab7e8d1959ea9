package dev.propusk.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whatever fails on the way to a call or back is told as a problem, never as a page. */
public class ProblemFilter extends OncePerRequestFilter {
    private static final String MARK = ProblemFilter.class.getName();

    private final FailureProblems failures;
    private final Problems problems;

    public ProblemFilter(FailureProblems failures, Problems problems) {
        this.failures = failures;
        this.problems = problems;
    }

    /** Whether this is a call of another program, however its address is written. */
    public static boolean isCall(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        request.setAttribute(MARK, true);
        try {
            requireOnePart(request);
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException | IOException e) {
            problems.write(failures.of(e), request, response);
        }
    }

    /** No call takes files: what comes in parts is not even gathered. */
    private static void requireOnePart(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        String type = request.getContentType();
        if (type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw new HttpMediaTypeNotSupportedException((MediaType) null, List.of(MediaType.APPLICATION_JSON));
        }
    }
}
