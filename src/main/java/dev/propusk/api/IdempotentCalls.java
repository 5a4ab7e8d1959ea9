package dev.propusk.api;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.StaffOnly;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Does what a request with an {@code Idempotency-Key} asks for, once in 24 hours. Begun, done and remembered in one
 * transaction, so that what was done without its answer, or answered without being done, never stands.
 */
@Service
public class IdempotentCalls {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Gives the first answer to this request, where there was one; else does it. Of equal requests that come at the same time
     * all but one wait for its answer.
     *
     * @param work joins the transaction and returns what is answered
     * @throws RequestKeyReusedException where the key came with another request
     */
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    @Atomic
    public String call(ContractId contract, RequestKey key, Supplier<String> work) {
        return begin(contract, key).orElseGet(() -> {
            String answer = work.get();
            jdbc.sql("update api_answer set answer = ? where contract_id = ? and request_key = ?")
                    .params(answer, contract.value(), key.value())
                    .update();
            return answer;
        });
    }

    private Optional<String> begin(ContractId contract, RequestKey key) {
        LocalDateTime now = InstantConverter.toUtc(clock.instant());
        forgetIfOld(contract, key, now);
        int made = jdbc.sql("""
                        insert ignore into api_answer (contract_id, request_key, request_hash, created_at)
                        values (?, ?, ?, ?)
                        """)
                .params(contract.value(), key.value(), key.hash(), now)
                .update();
        return made == 1 ? Optional.empty() : Optional.of(first(contract, key));
    }

    private String first(ContractId contract, RequestKey key) {
        Remembered first = jdbc.sql("""
                        select request_hash, answer from api_answer where contract_id = ? and request_key = ?
                        """)
                .params(contract.value(), key.value())
                .query((row, number) ->
                        new Remembered(key.isForSameRequest(row.getBytes("request_hash")), row.getString("answer")))
                .single();
        if (!first.isSameRequest()) {
            throw new RequestKeyReusedException();
        }
        return first.answer();
    }

    private void forgetIfOld(ContractId contract, RequestKey key, LocalDateTime now) {
        boolean isOld = jdbc.sql("""
                        select 1 from api_answer where contract_id = ? and request_key = ? and created_at <= ?
                        """)
                .params(contract.value(), key.value(), now.minus(KEPT))
                .query(Integer.class)
                .optional()
                .isPresent();
        if (isOld) {
            jdbc.sql("delete from api_answer where contract_id = ? and request_key = ? and created_at <= ?")
                    .params(contract.value(), key.value(), now.minus(KEPT))
                    .update();
        }
    }

    /** Forgets what nobody is to be answered again. */
    @Job(value = "idempotency-retention", every = "${propusk.api.forget-interval}")
    void forgetOld() {
        int forgotten;
        do {
            forgotten = jdbc.sql("delete from api_answer where created_at <= ? limit " + BATCH)
                    .param(InstantConverter.toUtc(clock.instant().minus(KEPT)))
                    .update();
        } while (forgotten == BATCH);
    }

    private record Remembered(boolean isSameRequest, String answer) {}
}
