package dev.propusk.gateway.web;

import dev.propusk.base.PublicSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/** What gateways are told when a call can't be answered (RFC 9457). */
@RestControllerAdvice(basePackageClasses = GatewayController.class)
class GatewayProblems implements AuthenticationEntryPoint {
    private final PublicSettings settings;
    private final JsonMapper json;

    GatewayProblems(PublicSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    ResponseEntity<ProblemDetail> notAccepted() {
        return answer(
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "not-accepted", "This does not identify the device here."));
    }

    ResponseEntity<ProblemDetail> tooMany(Duration retryAfter) {
        ProblemDetail problem =
                problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many wrong codes came this way.");
        return ResponseEntity.status(problem.getStatus())
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(retryAfter.plusMillis(999).toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidFieldException e) {
        ProblemDetail problem =
                problem(HttpStatus.BAD_REQUEST, "invalid", "The field " + e.field() + " is missing or can't be read.");
        problem.setProperty("errors", List.of(Map.of("field", e.field())));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(HttpMessageNotReadableException e) {
        return answer(problem(HttpStatus.BAD_REQUEST, "malformed", "The body is no JSON object of this call."));
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        ProblemDetail problem = problem(HttpStatus.UNAUTHORIZED, "unauthorized", "A gateway's key is required.");
        response.setStatus(problem.getStatus());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private ProblemDetail problem(HttpStatus status, String word, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(settings.at("/problems/" + word));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
