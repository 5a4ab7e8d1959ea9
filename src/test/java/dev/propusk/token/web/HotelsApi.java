package dev.propusk.token.web;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.api.ApiClient;
import dev.propusk.api.key.TestKeys;
import dev.propusk.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A customer's own software, with a key to a contract of its own. */
@PropuskTest
abstract class HotelsApi {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestKeys keys;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    Contract hotel;
    ApiClient api;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        api = new ApiClient(port, keys.of(hotel));
    }

    JsonNode generate(String body) {
        return api.post("/tokens", body).json().get("tokens").get(0);
    }

    static String id(JsonNode token) {
        return token.get("id").stringValue();
    }

    List<String> states(JsonNode... tokens) {
        List<String> states = new ArrayList<>();
        for (JsonNode token : tokens) {
            states.add(api.get("/tokens/" + id(token)).json().get("state").stringValue());
        }
        return states;
    }
}
