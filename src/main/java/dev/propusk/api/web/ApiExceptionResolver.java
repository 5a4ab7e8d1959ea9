package dev.propusk.api.web;

import dev.propusk.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Tells what fails in a call, also where no controller stands behind its address. */
@Component
class ApiExceptionResolver implements HandlerExceptionResolver, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ApiExceptionResolver.class);

    private final FailureProblems failures;
    private final Problems problems;

    ApiExceptionResolver(FailureProblems failures, Problems problems) {
        this.failures = failures;
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!ProblemFilter.isCall(request)) {
            return null;
        }
        try {
            problems.write(failures.of(failure), request, response);
        } catch (IOException e) {
            log.debug("The caller has gone", e);
        }
        return new ModelAndView();
    }
}
