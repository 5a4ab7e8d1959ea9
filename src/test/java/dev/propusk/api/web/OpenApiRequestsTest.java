package dev.propusk.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.api.ApiClient;
import dev.propusk.api.ApiClient.Answer;
import dev.propusk.security.KeyScope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Requests by chance, right and wrong ones, are answered as the description says. */
class OpenApiRequestsTest extends DescribedApi {
    private static final long SEED = Long.getLong("propusk.seed", 20261124);
    private static final int REQUESTS = 2_400;

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

    private static String shortened(Answer answer) {
        String text = answer.text();
        return text.length() < 400 ? text : text.substring(0, 400) + "…";
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
