package dev.propusk.secrets.sign;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks an authority by HTTP (RFC 3161, 3.4), and has an end whatever comes: the client's own timeouts are over with the
 * answer's head.
 *
 * @param patience for all of it
 */
record AuthorityCall(URI address, Duration patience) {
    private static final int LARGEST = 64 * 1024;
    private static final int OK = 200;

    byte[] send(byte[] request) throws IOException, TimeStampException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            try {
                return answer(http.sendAsync(
                                HttpRequest.newBuilder(address)
                                        .header("Content-Type", "application/timestamp-query")
                                        .POST(BodyPublishers.ofByteArray(request))
                                        .build(),
                                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST))
                        .get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } finally {
                // what is not done by now is not waited for
                http.shutdownNow();
            }
        } catch (TimeoutException e) {
            throw new TimeStampException("it took longer than " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeStampException("we were told to stop", e);
        }
    }

    private static byte[] answer(HttpResponse<byte[]> response) throws TimeStampException {
        if (response.statusCode() != OK) {
            throw new TimeStampException("it answered " + response.statusCode());
        }
        return response.body();
    }
}
