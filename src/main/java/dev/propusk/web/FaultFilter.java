package dev.propusk.web;

import dev.propusk.data.DatabaseNews;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/** Whatever nobody else has answered for is logged here, once and with its request's id, and told by {@link ErrorPage}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class FaultFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(FaultFilter.class);

    private final DatabaseNews news;

    FaultFilter(DatabaseNews news) {
        this.news = news;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException | IOException e) {
            Failure failure = Failure.of(e);
            // a database's connection may break in the same words
            if (failure == Failure.UNEXPECTED && DisconnectedClientHelper.isClientDisconnectedException(e)) {
                throw e;
            }
            if (!failure.isTheCallers() && !news.take(e)) {
                log.error("{} {}: {}", request.getMethod(), request.getRequestURI(), failure, e);
            }
            tell(failure, response);
        }
    }

    private static void tell(Failure failure, HttpServletResponse response) throws IOException {
        if (response.isCommitted() && failure.isTheCallers()) {
            // Tomcat has refused it while it was read
            return;
        }
        if (response.isCommitted()) {
            // whoever reads must not take half of it for the whole
            throw new CloseNowException(failure.name());
        }
        response.sendError(failure.status().value());
    }
}
