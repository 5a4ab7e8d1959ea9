package dev.propusk.api.web;

import dev.propusk.api.Problem;
import dev.propusk.api.ProblemKind;
import dev.propusk.api.Problems;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** An address below the API's that no call has is no page of the panel either, which would take all that is left. */
@Configuration
class UnknownCalls {
    private static final int AFTER_THE_CALLS = 2;

    @Bean
    SimpleUrlHandlerMapping unknownCallMapping(Problems problems) {
        HttpRequestHandler handler =
                (request, response) -> problems.write(Problem.of(ProblemKind.NOT_FOUND), request, response);
        return new SimpleUrlHandlerMapping(Map.of("/api/**", handler), AFTER_THE_CALLS);
    }
}
