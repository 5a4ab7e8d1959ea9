package dev.propusk.webhook;

import dev.propusk.work.WorkQueue;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Posts one event: a connection of its own to an address that {@link PublicAddresses} let through, no redirects, no
 * cookies, no proxy, and no more time than the settings say. Of the answer only the status is read.
 */
@Component
class HookClient implements DisposableBean {
    /** Together 16 KiB of head at the most; there is nothing to read after it. */
    private static final Http1Config SHORT = Http1Config.custom()
            .setMaxLineLength(4 * 1024)
            .setMaxHeaderCount(60)
            .build();

    /** Nobody waits for a connection that somebody silent has. */
    private static final int CONNECTIONS = WorkQueue.MOST;

    private final HookSettings settings;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hook-deadlines").daemon().factory());

    HookClient(HookSettings settings, PublicAddresses addresses) {
        this.settings = settings;
        Timeout timeout = Timeout.of(settings.timeout());
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(SHORT)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Propusk")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    Outcome post(URI address, Map<String, String> headers, String body) {
        HttpPost request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        // told before it is broken off: the failure may be seen sooner than the deadline is done
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.abort();
                },
                settings.timeout().toMillis(),
                TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = http.executeOpen(null, request, null)) {
            int status = response.getCode();
            // before it is closed: what else comes is not read
            request.abort();
            return Outcome.answered(status);
        } catch (IOException e) {
            return Outcome.failed(late.get() ? DeliveryFailure.TIMEOUT : failure(e));
        } finally {
            deadline.cancel(false);
        }
    }

    private static DeliveryFailure failure(IOException e) {
        return switch (e) {
            case RefusedAddressException refused -> DeliveryFailure.REFUSED;
            case UnknownHostException unknown -> DeliveryFailure.UNKNOWN_NAME;
            case SSLException tls -> DeliveryFailure.TLS;
            case InterruptedIOException late -> DeliveryFailure.TIMEOUT;
            default -> DeliveryFailure.NO_CONNECTION;
        };
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}
