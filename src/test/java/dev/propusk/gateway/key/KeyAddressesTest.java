package dev.propusk.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.AddressList;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.security.ActingAs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PropuskTest
class KeyAddressesTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    KeyAddresses addresses;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void aGatewaysKeyOpensNothingFromElsewhere() throws Exception {
        Contract hotel = contracts.open();
        Keyed gateway = gateways.add(hotel);
        assertThat(connect(gateway)).isEqualTo(200);
        limit(gateway, "198.51.100.0/24");
        assertThat(connect(gateway)).isEqualTo(401);
        limit(gateway, "198.51.100.0/24, 127.0.0.1");
        assertThat(connect(gateway)).isEqualTo(200);
        limit(gateway, "");
        limit(gateway, "");
        assertThat(connect(gateway)).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from journal where subject = ? and action = 'gateway.key-limited'")
                        .param(gateway.gateway().id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private void limit(Keyed gateway, String list) {
        ActingAs.administrator(() ->
                addresses.limit(gateway.gateway().contract(), gateway.gateway().id(), AddressList.parse(list)));
    }

    private int connect(Keyed gateway) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/gateway/v1/connect"))
                .header("Authorization", "Bearer " + gateway.key().value())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"mac\":\"" + TestContracts.device() + "\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
