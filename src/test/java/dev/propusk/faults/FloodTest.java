package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.faults.HostileRequests.Customer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Strangers and a single customer's keys do their worst to the application; meanwhile another customer's gateway goes on
 * asking, and notices nothing (door 2). {@code -Dfloods.hostile} says how many requests.
 */
class FloodTest extends FloodedApplication {
    private static final int HOSTILE = Integer.getInteger("floods.hostile", 1_500);
    private static final boolean IS_LONG = HOSTILE >= 20_000;
    private static final int SLOW = 300;
    private static final int SHEETS = 40;

    @Test
    void aGatewayOfAnotherCustomerNoticesNothingOfAFlood() throws Exception {
        api("POST", "/tokens", "{\"count\":150,\"reuse\":\"SINGLE_USE\",\"days\":7}");
        for (int i = 0; i < 200; i++) {
            connect();
        }
        asked.clear();
        long logged = Files.size(LOG);
        Flood names = new Flood(port);
        Flood chunks = new Flood(port);
        Flood sheets = new Flood(port);
        Flood sessions = new Flood(port);
        Flood hostile = new Flood(port);
        List<Future<?>> floods = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            floods.add(threads.submit(this::slowBodies));
            floods.add(threads.submit(() -> longNames(names)));
            floods.add(threads.submit(() -> chunkedFloods(chunks)));
            for (int i = 0; i < SHEETS; i++) {
                floods.add(threads.submit(
                        () -> sheets.send(request("GET /api/v1/tokens/sheet.pdf", "pk_demo_hotel", ""))));
            }
            floods.add(threads.submit(() -> newSessions(sessions)));
            for (int thread = 0; thread < 4; thread++) {
                int seed = thread;
                floods.add(threads.submit(() -> hostileRequests(hostile, seed)));
            }
            threads.shutdown();
            int asking = 0;
            while (!threads.awaitTermination(20, TimeUnit.MILLISECONDS)) {
                connect();
                if (asking++ % 20 == 0 && !isUp()) {
                    wrong.add("health is not UP");
                }
            }
            for (Future<?> flood : floods) {
                flood.get();
            }
        }
        long grown = Files.size(LOG) - logged;
        List<String> broken =
                new ArrayList<>(wrong.stream().distinct().limit(20).toList());
        List.of(names, chunks, sheets, sessions, hostile).forEach(flood -> {
            if (flood.faults() > 0) {
                broken.add("answers of 5xx: " + flood);
            }
        });
        String remark = String.format(
                Locale.ROOT,
                "connect: %d asked, p50 %d ms, p99 %d ms, most %d ms; log %d KB; names %s; chunks %s; sheets %s; sessions %s;"
                        + " hostile %s",
                asked.size(),
                percentile(50),
                percentile(99),
                percentile(100),
                grown / 1024,
                names,
                chunks,
                sheets,
                sessions,
                hostile);
        FaultTable.add(
                "floods by strangers and by one customer's keys", hostile.count(), new Answers(), broken, remark);
        assertThat(percentile(99)).as(remark).isLessThan(1_000);
        assertThat(grown).as("bytes logged").isLessThan(1_000_000);
        assertThat(application.isAlive()).isTrue();
        assertThat(hostile.count()).isEqualTo(HOSTILE / 4 * 4);
    }

    /** A head, a field, and then one letter after the other. */
    private void slowBodies() {
        byte[] head =
                ("POST /portal/hotel HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded"
                                + "\r\nContent-Length: 1000\r\n\r\nidentifier=")
                        .getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < (IS_LONG ? 20 : 6); round++) {
            for (int i = 0; i < SLOW; i++) {
                try {
                    if (slow.size() < SLOW) {
                        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                        socket.getOutputStream().write(head);
                        slow.add(socket);
                    } else {
                        slow.get(i).getOutputStream().write('1');
                    }
                } catch (IOException e) {
                    // it was given up on
                }
            }
            pause(Duration.ofSeconds(2));
        }
    }

    private void longNames(Flood flood) {
        String form = "username=" + "n".repeat(2_000_000) + "&password=x";
        byte[] request = request("POST /login", "", form);
        for (int i = 0; i < (IS_LONG ? 200 : 40); i++) {
            flood.send(request);
        }
    }

    private void chunkedFloods(Flood flood) {
        byte[] chunk =
                "\"a\":{\"type\":\"string\",\"value\":[\"b\"]},".repeat(200).getBytes(StandardCharsets.US_ASCII);
        String head =
                "POST /gateway/v1/radius/accounting HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + KEY_OF_GATEWAY + "\r\n";
        for (int i = 0; i < (IS_LONG ? 400 : 60); i++) {
            flood.chunks(head, chunk, 200_000_000);
        }
    }

    private void newSessions(Flood flood) {
        byte[] page = request("GET /login", "", "");
        byte[] opened = request("GET /?v-r=init&location=login&query=", "", "");
        for (int i = 0; i < (IS_LONG ? 3_000 : 300); i++) {
            flood.send(i % 2 == 0 ? page : opened);
        }
    }

    private void hostileRequests(Flood flood, int seed) {
        Customer hotel = new Customer("hotel", "pk_demo_hotel", KEY_OF_GATEWAY);
        HostileRequests requests = new HostileRequests(seed, hotel, () -> "");
        for (int i = 0; i < HOSTILE / 4; i++) {
            byte[] request = requests.next();
            if (flood.send(request) >= 500) {
                wrong.add("5xx for "
                        + new String(request, StandardCharsets.UTF_8)
                                .lines()
                                .limit(8)
                                .toList());
            }
        }
    }

    private static byte[] request(String call, String key, String form) {
        return (call + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + (key.isEmpty() ? "" : "Authorization: Bearer " + key + "\r\n")
                        + (form.isEmpty() ? "" : "Content-Type: application/x-www-form-urlencoded\r\n")
                        + "Content-Length: " + form.length() + "\r\n\r\n" + form)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void api(String method, String path, String body) throws Exception {
        http.send(
                HttpRequest.newBuilder(address("/api/v1" + path))
                        .header("Authorization", "Bearer pk_demo_hotel")
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
