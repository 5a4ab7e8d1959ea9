package dev.propusk.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.contract.Contract;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in, portal, API and gateway calls by the socket itself: {@code 127.0.0.2} is a trusted proxy, {@code 127.0.0.1} is none. */
@PropuskTest
class ClientAddressTest {
    private static final String PROXY = "127.0.0.2";
    private static final String STRANGER = "127.0.0.1";

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    Generation generation;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String client = "203.0.113." + ThreadLocalRandom.current().nextInt(1, 255);
    private Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
    }

    @Test
    void wrongPasswordsThroughAProxySlowDownTheClientThatItNamesAndNobodyElse() throws Exception {
        String owner = contracts.login(hotel, Role.OWNER);
        for (int i = 0; i < 8; i++) {
            assertThat(signIn(PROXY, client, owner, "wrong")).contains("/login?error");
        }
        assertThat(signIn(PROXY, client, owner, TestContracts.PASSWORD)).contains("/login?error");
        assertThat(signIn(PROXY, "198.51.100.7", owner, TestContracts.PASSWORD)).doesNotContain("error");
        assertThat(jdbc.sql("""
                        select known.address from account_address known join account a on a.id = known.account_id
                        where a.username = ?
                        """).param(owner).query(String.class).list()).containsExactly("198.51.100.7");
    }

    @Test
    void aStrangerDoesNotEscapeByNamingOtherAddresses() throws Exception {
        String owner = contracts.login(hotel, Role.OWNER);
        for (int i = 0; i < 8; i++) {
            assertThat(signIn(STRANGER, "198.51.100." + i, owner, "wrong")).contains("/login?error");
        }
        assertThat(signIn(STRANGER, "198.51.100.99", owner, TestContracts.PASSWORD))
                .contains("/login?error");
    }

    @Test
    void wrongCodesOnThePortalCountForTheClientAndForNobodyThatAStrangerNames() throws Exception {
        try {
            String form = "identifier=100000000000&mac=" + TestContracts.device();
            assertThat(post(PROXY, client, "/portal/" + hotel.slug(), form, "")).startsWith("HTTP/1.1 422");
            assertThat(budgetOf(client)).isEqualTo(19);
            assertThat(post(STRANGER, "198.51.100.1", "/portal/" + hotel.slug(), form, ""))
                    .startsWith("HTTP/1.1 422");
            assertThat(budgetOf(STRANGER)).isLessThan(20);
            assertThat(jdbc.sql("select count(*) from guessing_budget where id = 'address 198.51.100.1'")
                            .query(Integer.class)
                            .single())
                    .isZero();
        } finally {
            jdbc.sql("delete from guessing_budget").update();
        }
    }

    @Test
    void theJournalNamesTheAddressThatAGatewayCallsFrom() throws Exception {
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, null, null))
                        .tokens()
                        .getFirst());
        String key = gateways.add(hotel).key().value();
        String body = "{\"mac\":\"%s\",\"identifier\":\"%s\"}"
                .formatted(TestContracts.device(), token.code().value());
        String answer = post(
                PROXY,
                client,
                "/gateway/v1/identify",
                body,
                "Authorization: Bearer " + key + "\r\nContent-Type: application/json\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(jdbc.sql("select address from journal where contract_id = ? and action = 'token.activated'")
                        .param(hotel.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo(client);
    }

    private double budgetOf(String address) {
        return jdbc.sql("select remaining from guessing_budget where id = ?")
                .param("address " + address)
                .query(Double.class)
                .single();
    }

    private String signIn(String from, String named, String login, String password) throws IOException {
        String form = "username=" + login + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        String answer = post(from, named, "/login", form, "");
        assertThat(answer).startsWith("HTTP/1.1 302");
        return answer.lines()
                .filter(line -> line.startsWith("Location:"))
                .findFirst()
                .orElseThrow();
    }

    /** @param headers instead of a form's content type */
    private String post(String from, String named, String path, String body, String headers) throws IOException {
        String request = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n"
                + "X-Forwarded-For: " + named + "\r\nContent-Length: " + body.length() + "\r\n"
                + (headers.isEmpty() ? "Content-Type: application/x-www-form-urlencoded\r\n" : headers) + "\r\n"
                + body;
        try (Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
