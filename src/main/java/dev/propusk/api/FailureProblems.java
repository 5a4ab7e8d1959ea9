package dev.propusk.api;

import dev.propusk.base.TooMuchAtOnceException;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.data.DatabaseNews;
import dev.propusk.security.MissingScopeException;
import dev.propusk.web.BodyTooLargeException;
import dev.propusk.web.RequestId;
import java.util.List;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** What a failure means to the caller: asked of each feature first, then of what all share. */
@Component
public class FailureProblems {
    private static final Logger log = LoggerFactory.getLogger(FailureProblems.class);
    private static final String SOON = "5";

    private final List<ProblemSource> features;
    private final DatabaseNews news;

    FailureProblems(List<ProblemSource> features, DatabaseNews news) {
        this.features = List.copyOf(features);
        this.news = news;
    }

    public Problem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable one = cause;
            Optional<Problem> problem = features.stream()
                    .flatMap(feature -> feature.problem(one).stream())
                    .findFirst()
                    .or(() -> shared(one));
            if (problem.isPresent()) {
                return problem.get();
            }
        }
        if (news.take(failure)) {
            return unavailable();
        }
        String id = RequestId.current();
        log.error("In the API", failure);
        return Problem.of(ProblemKind.INTERNAL, "problem.internal.detail", id);
    }

    private static Optional<Problem> shared(Throwable failure) {
        return switch (failure) {
            case InvalidInputException e -> Optional.of(Problem.of(e.fields()));
            case MalformedBodyException e ->
                Optional.of(Problem.of(ProblemKind.MALFORMED, "problem.malformed.body", e.line(), e.column()));
            case InvalidParameterException e -> Optional.of(Problem.of(ProblemKind.MALFORMED));
            case BodyTooLargeException e -> Optional.of(Problem.of(ProblemKind.TOO_LARGE));
            // a header, a name or an address that no well-meaning program sends, and a body that broke off
            case RequestRejectedException e -> Optional.of(Problem.of(ProblemKind.MALFORMED));
            case HttpMessageNotReadableException e -> Optional.of(Problem.of(ProblemKind.MALFORMED));
            case WrongContractStatusException e -> Optional.of(Problem.of(ProblemKind.CONTRACT_NOT_OPEN));
            case RequestKeyReusedException e -> Optional.of(Problem.of(ProblemKind.IDEMPOTENCY_KEY_REUSED));
            case TooMuchAtOnceException e ->
                Optional.of(Problem.of(ProblemKind.TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, SOON));
            case MissingScopeException e -> Optional.of(scope(e.scope().word()));
            // what no key may do has no address here, or is no business of this contract
            case AccessDeniedException e -> Optional.of(Problem.of(ProblemKind.NOT_FOUND));
            case ErrorResponse e when e.getStatusCode().is4xxClientError() -> Optional.of(ofSpring(e));
            default -> Optional.empty();
        };
    }

    private static Problem scope(String word) {
        return Problem.of(ProblemKind.SCOPE, "problem.scope.detail", word).with("scope", word);
    }

    private static Problem unavailable() {
        return Problem.of(ProblemKind.UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, SOON);
    }

    private static Problem ofSpring(ErrorResponse failure) {
        Problem problem = Problem.of(
                switch (failure.getStatusCode().value()) {
                    case 404 -> ProblemKind.NOT_FOUND;
                    case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
                    case 406 -> ProblemKind.NOT_ACCEPTABLE;
                    case 413 -> ProblemKind.TOO_LARGE;
                    case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
                    default -> ProblemKind.MALFORMED;
                });
        for (String name : List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT)) {
            String value = String.join(", ", failure.getHeaders().getValuesAsList(name));
            problem = value.isEmpty() ? problem : problem.header(name, value);
        }
        return problem;
    }
}
