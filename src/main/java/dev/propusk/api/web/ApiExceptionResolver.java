package dev.propusk.api.web;

import dev.propusk.api.FailureProblems;
import dev.propusk.api.ProblemFilter;
import dev.propusk.api.Problems;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.KeyRefused;
import dev.propusk.security.MissingScopeException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
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
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;

    ApiExceptionResolver(
            FailureProblems failures, Problems problems, CurrentUser currentUser, ApplicationEventPublisher events) {
        this.failures = failures;
        this.problems = problems;
        this.currentUser = currentUser;
        this.events = events;
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
        if (failure instanceof MissingScopeException missing) {
            events.publishEvent(new KeyRefused(
                    "api", currentUser.actor().name(), missing.scope().word(), request.getRemoteAddr()));
        }
        try {
            problems.write(failures.of(failure), request, response);
        } catch (IOException e) {
            log.debug("The caller has gone", e);
        }
        return new ModelAndView();
    }
}
