package dev.propusk.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.api.ApiClient;
import dev.propusk.api.ApiClient.Answer;
import dev.propusk.api.key.TestKeys;
import dev.propusk.contract.Contract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API and its own description. */
@PropuskTest
abstract class DescribedApi {
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    TestContracts contracts;

    @Autowired
    TestKeys keys;

    @LocalServerPort
    int port;

    JsonNode document;
    Contract hotel;
    ApiClient api;

    @BeforeEach
    void readTheDocument() throws Exception {
        document = JSON.readTree(fetch("/v3/api-docs", "en").body());
        hotel = contracts.open();
        api = new ApiClient(port, keys.of(hotel));
    }

    /** A documented status, in the documented form; a problem in the one form of problems. */
    void check(Operation operation, Answer answer, String said) {
        assertThat(answer.status()).as(said).isLessThan(500);
        JsonNode response = operation.node().get("responses").get(String.valueOf(answer.status()));
        assertThat(response).as(said).isNotNull();
        if (response.has("$ref")) {
            response = document.at(response.get("$ref").stringValue().substring(1));
        }
        if (!response.has("content")) {
            assertThat(answer.response().body()).as(said).isEmpty();
            return;
        }
        String type = answer.header("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode content = response.get("content").get(type);
        assertThat(content).as(said).isNotNull();
        if (type.endsWith("json")) {
            assertThat(JsonSchema.of(document, content.get("schema")).errors(answer.json()))
                    .as(said)
                    .isEmpty();
        }
        if (answer.status() >= 400) {
            assertThat(answer.json().get("status").intValue()).isEqualTo(answer.status());
            assertThat(response.at("/content/application~1problem+json/examples")
                            .propertyNames())
                    .as(said)
                    .contains(answer.problem());
            assertThat(answer.text()).as(said).doesNotContain("!ru:", "!en:", "Exception", "dev.propusk");
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths").properties().forEach(path -> {
            List<JsonNode> shared = parameters(path.getValue());
            for (String method : List.of("get", "post", "delete")) {
                JsonNode node = path.getValue().get(method);
                if (node != null) {
                    List<JsonNode> all = new ArrayList<>(shared);
                    all.addAll(parameters(node));
                    operations.add(new Operation(method.toUpperCase(java.util.Locale.ROOT), path.getKey(), node, all));
                }
            }
        });
        return operations;
    }

    List<JsonNode> parameters(JsonNode node) {
        return node.has("parameters")
                ? node.get("parameters")
                        .valueStream()
                        .map(parameter -> parameter.has("$ref")
                                ? document.at(
                                        parameter.get("$ref").stringValue().substring(1))
                                : parameter)
                        .toList()
                : List.of();
    }

    HttpResponse<String> fetch(String path, String language) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept-Language", language)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
        String id() {
            return node.get("operationId").stringValue();
        }

        JsonNode body(JsonNode document) {
            JsonNode body = node.get("requestBody");
            JsonNode resolved = body.has("$ref")
                    ? document.at(body.get("$ref").stringValue().substring(1))
                    : body;
            return resolved.at("/content/application~1json/schema");
        }
    }
}
