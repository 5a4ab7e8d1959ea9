package dev.propusk.account.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * Calls to somebody who may answer slowly, without an end, or with an address of another: each is over within a time and
 * with a size, and follows nothing.
 */
final class BoundedCalls {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** For the answer, from its head to its end. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Many times what a provider with many keys needs. */
    private static final int LARGEST = 1024 * 1024;

    private BoundedCalls() {}

    static ClientHttpRequestFactory open() {
        JdkClientHttpRequestFactory calls = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        calls.setReadTimeout(PATIENCE);
        return new InterceptingClientHttpRequestFactory(
                calls, List.of((request, body, execution) -> new Answer(execution.execute(request, body))));
    }

    private static final class Answer implements ClientHttpResponse {
        private final ClientHttpResponse answer;
        private @Nullable InputStream body;

        Answer(ClientHttpResponse answer) {
            this.answer = answer;
        }

        /** The same each time it is asked for. */
        @Override
        public InputStream getBody() throws IOException {
            if (body == null) {
                byte[] read = answer.getBody().readNBytes(LARGEST + 1);
                if (read.length > LARGEST) {
                    throw new IOException("The answer is longer than " + LARGEST + " bytes");
                }
                body = new ByteArrayInputStream(read);
            }
            return body;
        }

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return answer.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return answer.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public void close() {
            answer.close();
        }
    }
}
