package dev.propusk.gateway.web;

import dev.propusk.api.Problem;
import dev.propusk.api.ProblemKind;
import dev.propusk.api.ProblemSource;
import dev.propusk.identification.TooManyGuessesException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What gateways are told when a code does not identify a device. */
@Component
class GatewayProblems implements ProblemSource {
    @Override
    public Optional<Problem> problem(Throwable failure) {
        return switch (failure) {
            case UnknownClientException e -> Optional.of(Problem.of(ProblemKind.NOT_FOUND));
            case NotAcceptedException e -> Optional.of(Problem.of(ProblemKind.NOT_ACCEPTED));
            case TooManyGuessesException e ->
                Optional.of(Problem.of(ProblemKind.TOO_MANY_REQUESTS)
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                Long.toString(e.retryAfter().plusMillis(999).toSeconds())));
            default -> Optional.empty();
        };
    }
}
