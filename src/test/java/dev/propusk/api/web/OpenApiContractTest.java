package dev.propusk.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.api.ApiClient;
import dev.propusk.api.ApiClient.Answer;
import dev.propusk.api.key.TestKeys;
import dev.propusk.contract.Contract;
import dev.propusk.security.KeyScope;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API does what its description says, and nothing else. */
@PropuskTest
class OpenApiContractTest {
    private static final Path CHECKED_IN = Path.of("src/test/resources/openapi/propusk.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final long SEED = Long.getLong("propusk.seed", 20261124);
    private static final int REQUESTS = 2_400;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestKeys keys;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @LocalServerPort
    int port;

    private JsonNode document;
    private Contract hotel;
    private ApiClient api;

    @BeforeEach
    void readTheDocument() throws Exception {
        document = JSON.readTree(fetch("/v3/api-docs", "en").body());
        hotel = contracts.open();
        api = new ApiClient(port, keys.of(hotel));
    }

    /** The file shows in a review what changes for others; this writes it anew where it differs. */
    @Test
    void theDescriptionIsTheOneThatIsCheckedIn() throws IOException {
        String served = JSON.writeValueAsString(document) + "\n";
        String checkedIn = Files.exists(CHECKED_IN) ? Files.readString(CHECKED_IN) : "";
        if (!served.equals(checkedIn)) {
            Files.createDirectories(CHECKED_IN.getParent());
            Files.writeString(CHECKED_IN, served);
        }
        assertThat(checkedIn)
                .as("%s was written anew: look at what has changed", CHECKED_IN)
                .isEqualTo(served);
    }

    @Test
    void everyAddressOfTheApiIsDescribedAndEveryDescribedOneIsThere() {
        Set<String> served = new TreeSet<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> served.add(method + " " + pattern))));
        Set<String> described = new TreeSet<>();
        operations().forEach(operation -> described.add(operation.method() + " " + operation.path()));
        assertThat(described).isEqualTo(served).allMatch(operation -> operation.contains(" /api/v1/"));
    }

    @Test
    void bothLanguagesDescribeTheSameAndNothingIsLeftUntranslated() throws Exception {
        HttpResponse<String> russian = fetch("/v3/api-docs", "ru");
        assertThat(russian.headers().firstValue("Content-Language")).contains("ru");
        assertThat(russian.body()).contains("Сгенерировать токены").doesNotContain("!ru:", "\"ru\":", "x-problems");
        assertThat(document.toString()).contains("Generate tokens").doesNotContain("!en:", "\"en\":", "Сгенерировать");
        assertThat(document.get("openapi").stringValue()).startsWith("3.1");
        assertThat(JSON.readTree(russian.body()).get("paths").propertyNames())
                .isEqualTo(document.get("paths").propertyNames());
        List<String> examples = new ArrayList<>();
        for (String name : document.at("/components/schemas").propertyNames()) {
            JsonNode schema = document.at("/components/schemas/" + name);
            if (schema.has("examples")) {
                schema.get("examples")
                        .forEach(example ->
                                examples.addAll(JsonSchema.of(document, schema).errors(example)));
            }
        }
        assertThat(examples).isEmpty();
    }

    @Test
    void thousandsOfRequestsAreAnsweredAsDescribedAndNeverWithAnErrorOfOurs() {
        System.getLogger("contract").log(System.Logger.Level.INFO, "-Dpropusk.seed={0}", String.valueOf(SEED));
        Generator generator = new Generator(new Random(SEED), document);
        Pool pool = new Pool(generator);
        pool.fill();
        Map<String, Set<Integer>> seen = new TreeMap<>();
        List<Operation> operations = operations();
        for (int i = 0; i < REQUESTS; i++) {
            Operation operation = generator.one(operations);
            Call call = call(operation, generator, pool);
            Answer answer = pool.key()
                    .send(
                            call.method(),
                            call.path(),
                            call.body(),
                            call.headers().toArray(String[]::new));
            String said =
                    "request %d with seed %d: %s → %d %s".formatted(i, SEED, call, answer.status(), shortened(answer));
            check(operation, answer, said);
            if (call.isValid()) {
                assertThat(answer.status()).as(said).isNotIn(400, 413, 415, 406);
            }
            seen.computeIfAbsent(operation.id(), id -> new TreeSet<>()).add(answer.status());
            pool.learn(answer);
            if (i % 300 == 299) {
                pool.fill();
            }
        }
        contracts.suspend(hotel.id());
        for (int i = 0; i < 20 * operations.size(); i++) {
            Operation operation = operations.get(i % operations.size());
            Call call = call(operation, generator, pool);
            Answer answer = api.send(
                    call.method(), call.path(), call.body(), call.headers().toArray(String[]::new));
            check(operation, answer, "suspended: " + call);
            seen.computeIfAbsent(operation.id(), id -> new TreeSet<>()).add(answer.status());
        }
        for (Operation operation : operations) {
            if (operation.node().has("requestBody")) {
                String path = operation.path().substring(7).replace("{id}", pool.id());
                // who has called so often before has to wait a moment on a fast machine
                Answer answer = await().until(
                                () -> pool.key()
                                        .send(operation.method(), path, "{\"note\":\"" + "n".repeat(20_000) + "\"}"),
                                sent -> sent.status() != 429);
                check(operation, answer, "too large: " + operation.id());
                seen.computeIfAbsent(operation.id(), id -> new TreeSet<>()).add(answer.status());
            }
            Set<Integer> expected = new TreeSet<>();
            operation.node().get("responses").propertyNames().forEach(status -> expected.add(Integer.valueOf(status)));
            // shown elsewhere: without a key, too many calls, an address that can't be read, what a broken database
            // answers
            expected.removeAll(Set.of(401, 429, 500, 503));
            if (operation.id().equals("deleteToken")) {
                expected.remove(400);
            }
            assertThat(seen.get(operation.id())).as(operation.id()).containsAll(expected);
        }
    }

    @Test
    void aCallWithoutAKeyOrWithAWrongOneIsRefusedAsDescribed() {
        for (Operation operation : operations()) {
            for (String key : List.of(
                    "", "pk_", "pk_unknown", "gk_demo_hotel", "ключ".repeat(3).replace("ключ", "x"))) {
                Answer answer = new ApiClient(port, key)
                        .send(operation.method(), operation.path().substring(7).replace("{id}", "1"), null);
                check(operation, answer, operation.id());
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"propusk\"");
            }
        }
    }

    private Call call(Operation operation, Generator generator, Pool pool) {
        boolean isValid = generator.chance(50);
        List<String> query = new ArrayList<>();
        Map<String, String> headers = new LinkedHashMap<>();
        String path = operation.path().substring(7).replace("{id}", pool.id());
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.get("name").stringValue();
            boolean isSent = generator.chance(isValid ? 25 : 40);
            if (!isSent || parameter.get("in").stringValue().equals("path")) {
                continue;
            }
            JsonNode value = generator.valid(parameter.get("schema"));
            boolean isCursor = name.equals("cursor");
            if (isValid && (isCursor || name.equals("issued"))) {
                continue;
            }
            String text = name.equals("id")
                    ? isValid ? pool.uuid() : pool.id()
                    : isValid || generator.chance(50) ? value.asString("") : generator.nasty();
            if (parameter.get("in").stringValue().equals("header")) {
                headers.put(name, isValid ? text : text.replaceAll("[^ -~]", "?"));
            } else {
                query.add(name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
            }
        }
        if (!isValid && generator.chance(10)) {
            query.add("colour=blue");
        }
        String body = null;
        if (operation.node().has("requestBody")) {
            JsonNode schema = operation.body(document);
            body = isValid ? JSON.writeValueAsString(generator.valid(schema)) : generator.spoilt(schema);
        }
        if (!isValid) {
            headers.putAll(generator.headers());
        }
        List<String> flat = new ArrayList<>();
        headers.forEach((name, value) -> flat.addAll(List.of(name, value)));
        String all = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return new Call(operation.method(), all, body, flat, isValid);
    }

    /** A documented status, in the documented form; a problem in the one form of problems. */
    private void check(Operation operation, Answer answer, String said) {
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

    private static String shortened(Answer answer) {
        String text = answer.text();
        return text.length() < 400 ? text : text.substring(0, 400) + "…";
    }

    private List<Operation> operations() {
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

    private List<JsonNode> parameters(JsonNode node) {
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

    private HttpResponse<String> fetch(String path, String language) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept-Language", language)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
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

    private record Call(
            String method, String path, @Nullable String body, List<String> headers, boolean isValid) {
        @Override
        public String toString() {
            String sent = body == null ? "" : body.length() < 300 ? body : body.substring(0, 300) + "…";
            return method + " " + path + " " + headers + " " + sent;
        }
    }

    /** Ids that are there, in every state, and some that are not; and keys that may do all, or half of it. */
    private class Pool {
        private static final String UNKNOWN = "0199f3a2-6c1e-7c5b-9d1b-2f9f0a8f6b11";

        private final Generator generator;
        private final List<String> ids = new ArrayList<>();
        private final ApiClient reader = new ApiClient(port, keys.of(hotel, KeyScope.TOKENS_READ));
        private final ApiClient writer = new ApiClient(port, keys.of(hotel, KeyScope.TOKENS_WRITE));
        private final Set<String> known = new HashSet<>();

        Pool(Generator generator) {
            this.generator = generator;
        }

        void fill() {
            for (String body : List.of(
                    "{\"count\":4,\"reuse\":\"SINGLE_USE\",\"days\":1}", "{\"count\":2,\"reuse\":\"MULTI_USE\"}")) {
                Answer answer = api.post("/tokens", body);
                if (answer.status() == 201) {
                    answer.json()
                            .get("tokens")
                            .forEach(token -> know(token.get("id").stringValue()));
                } else {
                    api.get("/tokens?state=UNUSED&limit=100")
                            .json()
                            .get("tokens")
                            .forEach(token ->
                                    api.delete("/tokens/" + token.get("id").stringValue()));
                }
            }
        }

        private void know(String id) {
            if (known.add(id)) {
                ids.add(id);
            }
        }

        void learn(Answer answer) {
            if (answer.status() == 200
                    && answer.header("Content-Type")
                            .filter("application/json"::equals)
                            .isPresent()
                    && answer.json().has("id")) {
                know(answer.json().get("id").stringValue());
            }
        }

        String id() {
            return generator.chance(85) && !ids.isEmpty()
                    ? generator.one(ids)
                    : generator.one(List.of(
                            java.util.UUID.nameUUIDFromBytes(new byte[] {1}).toString(),
                            "1",
                            "sheet",
                            "0199f3a2-6c1e-7c5b-9d1b-2f9f0a8f6b11"));
        }

        String uuid() {
            String id = id();
            return id.length() == 36 ? id : UNKNOWN;
        }

        ApiClient key() {
            return generator.chance(80) ? api : generator.chance(50) ? reader : writer;
        }
    }
}
