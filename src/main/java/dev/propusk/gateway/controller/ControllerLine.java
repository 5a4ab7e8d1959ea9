package dev.propusk.gateway.controller;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** HTTPS to one controller, with its cookies: no redirects, and of an answer no more than is needed. */
final class ControllerLine {
    private static final int LONGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final RestClient http;

    /** @param timeout for one call in all */
    ControllerLine(URI address, @Nullable Fingerprint pinned, Duration timeout) {
        this.address = address;
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .sslContext(ControllerTrust.of(pinned))
                .cookieHandler(cookies)
                .build();
        JdkClientHttpRequestFactory calls = new JdkClientHttpRequestFactory(client);
        calls.setReadTimeout(timeout);
        this.http = RestClient.builder().requestFactory(calls).build();
    }

    /**
     * What came back.
     *
     * @param body missing where it was no JSON
     */
    record Answer(int status, HttpHeaders headers, JsonNode body) {
        boolean isDone() {
            return status >= 200 && status < 300;
        }

        boolean isDenied() {
            return status == 401 || status == 403;
        }

        /** What is told of an answer by its status alone. */
        ControllerFailureException failure() {
            return new ControllerFailureException(
                    switch (status) {
                        case 401, 403 -> ControllerFailure.CREDENTIAL;
                        case 429, 502, 503, 504 -> ControllerFailure.BUSY;
                        default -> ControllerFailure.REFUSED;
                    });
        }
    }

    Answer get(String path, Map<String, String> headers) {
        return call(HttpMethod.GET, path, headers, null);
    }

    Answer post(String path, Map<String, String> headers, Map<String, Object> body) {
        return call(HttpMethod.POST, path, headers, body);
    }

    /** @throws ControllerFailureException where nothing came back, or more than is read */
    private Answer call(
            HttpMethod method, String path, Map<String, String> headers, @Nullable Map<String, Object> body) {
        RestClient.RequestBodySpec request = http.method(method)
                .uri(URI.create(address + path))
                .accept(MediaType.APPLICATION_JSON)
                .headers(all -> all.setAll(headers));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(body));
        }
        try {
            return request.exchangeForRequiredValue((sent, answer) -> read(answer));
        } catch (ResourceAccessException e) {
            throw new ControllerFailureException(failure(e), e);
        }
    }

    private static Answer read(ClientHttpResponse answer) throws IOException {
        return new Answer(answer.getStatusCode().value(), answer.getHeaders(), json(answer.getBody()));
    }

    private static JsonNode json(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST);
        try {
            return bytes.length == LONGEST ? MissingNode.getInstance() : JSON.readTree(bytes);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static ControllerFailure failure(ResourceAccessException failed) {
        return Stream.iterate((Throwable) failed, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElse(ControllerFailure.AWAY);
    }

    private static Optional<ControllerFailure> known(Throwable cause) {
        return switch (cause) {
            case CertificateException untrusted -> Optional.of(ControllerFailure.CERTIFICATE);
            case HttpTimeoutException late -> Optional.of(ControllerFailure.SLOW);
            default -> Optional.empty();
        };
    }

    /** The value of a cookie that the controller has set. */
    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** As a part of a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The elements of a list, none where there is no list. */
    static Stream<JsonNode> each(JsonNode list) {
        return list.values().stream();
    }
}
