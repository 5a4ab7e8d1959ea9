package dev.propusk.token.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.api.ApiClient;
import dev.propusk.api.ApiClient.Answer;
import dev.propusk.base.Sha256;
import dev.propusk.contract.Contract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request that comes again is answered as it was. */
class IdempotencyTest extends HotelsApi {
    private static final String TEN = "{\"count\":10,\"reuse\":\"SINGLE_USE\",\"days\":7}";

    @Autowired
    JdbcClient jdbc;

    @Test
    void theSameRequestIsGivenTheFirstAnswerAgainFor24Hours() {
        Answer first = generate("check-in 4711", TEN.replace(" ", ""));
        assertThat(first.status()).isEqualTo(400);
        first = generate("check-in-4711", TEN);
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        Answer again = generate("\"check-in-4711\"", TEN.replace(",", " , "));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(unused()).isEqualTo(10);
        clock.advance(Duration.ofSeconds(1));
        assertThat(generate("check-in-4711", TEN).text()).isNotEqualTo(first.text());
        assertThat(unused()).isEqualTo(20);
    }

    @Test
    void theFirstAnswerIsGivenAgainEvenWhenNothingElseWouldFit() {
        String full = "{\"count\":200,\"reuse\":\"SINGLE_USE\"}";
        Answer first = generate("full", full);
        assertThat(first.status()).isEqualTo(201);
        assertThat(generate("full", full).text()).isEqualTo(first.text());
        assertThat(generate("one-more", TEN).status()).isEqualTo(409);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefusedAndNothingIsGenerated() {
        generate("check-in-4711", TEN);
        Answer reused = generate("check-in-4711", TEN.replace("10", "11"));
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.problem()).isEqualTo("idempotency-key-reused");
        assertThat(unused()).isEqualTo(10);
        Contract cafe = contracts.open();
        assertThat(new ApiClient(port, keys.of(cafe))
                        .post("/tokens", TEN.replace("10", "11"), "Idempotency-Key", "check-in-4711")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void twoRequestsThatOnlyReadAlikeAreNotTheSame() {
        String note = "{\"count\":1,\"reuse\":\"SINGLE_USE\",\"note\":\"x, reference=y\"}";
        String both = "{\"count\":1,\"reuse\":\"SINGLE_USE\",\"note\":\"x\",\"reference\":\"y, reference=null\"}";
        assertThat(generate("alike", note).status()).isEqualTo(201);
        assertThat(generate("alike", both).problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void anAnswerThatTheVersionBeforeRememberedIsGivenAgain() {
        Answer first = generate("check-in-4711", "{\"count\":2,\"reuse\":\"MULTI_USE\",\"days\":7,\"note\":\"№ 12\"}");
        jdbc.sql("update api_answer set request_hash = ? where contract_id = ?")
                .params(
                        Sha256.of("TokenOrder[count=2, reuse=MULTI_USE, term=Term[days=7], note=№ 12, reference=null]"),
                        hotel.id().value())
                .update();
        Answer again = generate("check-in-4711", "{\"count\":2,\"reuse\":\"MULTI_USE\",\"days\":7,\"note\":\"№ 12\"}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void onlyASuccessIsRemembered() {
        generate("a", "{\"count\":195,\"reuse\":\"SINGLE_USE\"}");
        assertThat(generate("b", TEN).status()).isEqualTo(409);
        assertThat(generate("b", TEN.replace("10", "2")).status()).isEqualTo(201);
        assertThat(unused()).isEqualTo(197);
    }

    @Test
    void sixtyFourThreadsNeverMakeABatchTwiceAndNeverGoAbove200() throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            int one = i;
            // 16 keys, each four times
            calls.add(() -> generate("batch-" + one % 16, TEN));
        }
        List<Answer> answers = race(calls);
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(16);
        assertThat(unused()).isEqualTo(160);
        assertThat(rows()).isEqualTo(160);

        List<Answer> more = race(IntStream.range(0, 64)
                .mapToObj(i -> (Callable<Answer>) () -> i % 2 == 0
                        ? api.post("/tokens", TEN)
                        : generate(UUID.randomUUID().toString(), TEN))
                .toList());
        assertThat(more.stream().filter(answer -> answer.status() == 201)).hasSize(4);
        assertThat(more.stream().filter(answer -> answer.problem().equals("unused-limit")))
                .hasSize(60);
        Set<String> codes = new HashSet<>();
        for (Answer answer : more) {
            if (answer.status() == 201) {
                answer.json()
                        .get("tokens")
                        .forEach(token -> codes.add(token.get("code").stringValue()));
            }
        }
        assertThat(codes).hasSize(40);
        assertThat(unused()).isEqualTo(200);
        assertThat(rows()).isEqualTo(200);
    }

    private static List<Answer> race(List<Callable<Answer>> calls) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Answer> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private Answer generate(String key, String body) {
        return api.post("/tokens", body, "Idempotency-Key", key);
    }

    private int unused() {
        return api.get("/quota").json().get("unused").intValue();
    }

    private int rows() {
        return jdbc.sql("select count(*) from token where contract_id = ? and state = 'UNUSED'")
                .param(hotel.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void anotherNumberOfDevicesIsAnotherRequest() {
        String any = "{\"count\":1,\"reuse\":\"MULTI_USE\"}";
        String two = any.replace("}", ",\"devices\":2}");
        Answer first = generate("family", two);
        assertThat(generate("family", two).text()).isEqualTo(first.text());
        assertThat(generate("family", any).status()).isEqualTo(422);
        assertThat(generate("family", two.replace("2}", "3}")).status()).isEqualTo(422);
        assertThat(unused()).isOne();
    }
}
