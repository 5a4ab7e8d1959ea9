package dev.propusk.account.identity;

import com.vaadin.flow.server.WrappedHttpSession;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** One browser: its session here, its cookies there. */
final class TestVisit {
    private final MockMvc web;
    private final IdentityRequests requests;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    final MockHttpSession session = new MockHttpSession();
    String from = "127.0.0.1";

    TestVisit(MockMvc web, IdentityRequests requests) {
        this.web = web;
        this.requests = requests;
    }

    /** Where the button leads. */
    URI begin(@Nullable String proofFor) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setSession(session);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, new MockHttpServletResponse()));
        try {
            return URI.create(proofFor == null ? requests.signIn() : requests.proof(proofFor));
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    /** By which an answer is known as one to this. */
    static String state(URI begun) {
        return Stream.of(begun.getRawQuery().split("&"))
                .filter(part -> part.startsWith("state="))
                .map(part -> part.substring("state=".length()))
                .findFirst()
                .orElseThrow();
    }

    /** Signs in over there, and where the browser is sent back to then. */
    URI answered(URI begun, String name) throws IOException, InterruptedException {
        URI next = begun;
        while (!next.toString().startsWith(ByProvider.HERE)) {
            HttpResponse<String> answer = next.getPath().equals("/login") ? signIn(next, name) : get(next);
            next = next.resolve(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
        }
        return next;
    }

    /** Where it leads from there. */
    String comesBack(URI answer) throws Exception {
        return Optional.ofNullable(web.perform(
                                MockMvcRequestBuilders.get(URI.create(answer.getRawPath() + "?" + answer.getRawQuery()))
                                        .session(session)
                                        .with(request -> {
                                            request.setRemoteAddr(from);
                                            return request;
                                        }))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .orElse("");
    }

    /** The whole way. */
    String signIn(String name) throws Exception {
        return comesBack(answered(begin(null), name));
    }

    @Nullable
    Authentication signedIn() {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext context
                ? context.getAuthentication()
                : null;
    }

    /** What the panel would tell of a proof now. */
    Optional<ProofOutcome> outcome() {
        return ProofOutcome.take(new WrappedHttpSession(session));
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(URI form, String name) throws IOException, InterruptedException {
        String typed =
                "username=" + name + "&password=" + URLEncoder.encode(TestProvider.PASSWORD, StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(form)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(typed))
                        .build(),
                BodyHandlers.ofString());
    }
}
