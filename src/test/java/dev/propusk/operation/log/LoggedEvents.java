package dev.propusk.operation.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestWeb;
import dev.propusk.api.key.TestKeys;
import dev.propusk.contract.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** What stands in the log of an application that somebody uses. */
@PropuskTest
abstract class LoggedEvents {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestKeys keys;

    @Autowired
    TestClock clock;

    @Autowired
    WebApplicationContext context;

    @LocalServerPort
    int port;

    final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    final Logger everything = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    Contract hotel;

    MockMvc web;

    @BeforeEach
    void listen() {
        hotel = contracts.open();
        web = TestWeb.of(context);
        lines.start();
        everything.addAppender(lines);
    }

    @AfterEach
    void stop() {
        everything.detachAppender(lines);
        SecurityContextHolder.clearContext();
    }

    ILoggingEvent one(String action, Level level) {
        List<ILoggingEvent> found = of(action);
        assertThat(found).as(action).hasSize(1);
        assertThat(found.getFirst().getLevel()).isEqualTo(level);
        assertThat(found.getFirst().getThrowableProxy()).isNull();
        return found.getFirst();
    }

    List<ILoggingEvent> of(String action) {
        return List.copyOf(lines.list).stream()
                .filter(line -> isOurs(line) && action.equals(fields(line).get("propusk.action")))
                .toList();
    }

    static boolean isOurs(ILoggingEvent line) {
        return line.getLoggerName().equals(EventLog.class.getName());
    }

    static Map<String, Object> fields(ILoggingEvent line) {
        return line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, LoggedEvents::value));
    }

    static Object value(KeyValuePair pair) {
        return pair.value;
    }

    void assertSaysNone(String... secrets) {
        assertThat(List.copyOf(lines.list))
                .allSatisfy(line -> assertThat(line.getFormattedMessage() + line.getKeyValuePairs())
                        .doesNotContain(secrets));
    }

    int call(String path, String key) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + key));
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
