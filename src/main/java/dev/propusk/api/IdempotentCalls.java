package dev.propusk.api;

import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was answered to requests with an {@code Idempotency-Key}, for 24 hours. Begun, done and remembered in one
 * transaction, so that what was done without its answer, or answered without being done, never stands.
 */
@Component
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
     * The first statement of what is to be done once: of equal requests that come at the same time, all but one wait here
     * for the answer that it gives.
     *
     * @return the first answer, if there was one; else the caller goes on, and ends with {@link #remember}
     * @throws RequestKeyReusedException where the key came with another request
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> begin(ContractId contract, RequestKey key) {
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

    /** The last statement of what is done once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(ContractId contract, RequestKey key, String answer) {
        jdbc.sql("update api_answer set answer = ? where contract_id = ? and request_key = ?")
                .params(answer, contract.value(), key.value())
                .update();
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
