package dev.propusk.token.store;

import dev.propusk.contract.ContractOpened;
import dev.propusk.security.ContractId;
import dev.propusk.token.Quota;
import dev.propusk.token.Reuse;
import dev.propusk.token.TokenActivated;
import dev.propusk.token.UnusedLimitExceededException;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts a contract's unused tokens. The count is only ever changed by a relative update in the transaction that makes or
 * uses tokens up, and the database refuses what would put it above 200 or below 0.
 */
@Component
public class Quotas {
    private final JdbcClient jdbc;
    private final TokenSettings settings;

    Quotas(JdbcClient jdbc, TokenSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @EventListener
    void contractOpened(ContractOpened event) {
        jdbc.sql("insert into quota (contract_id) values (:contract)")
                .param("contract", event.contract().value())
                .update();
    }

    /**
     * After the journal and before those who are told how many are left: all devices of a network wait for its count, from
     * here to the end of the transaction.
     */
    @EventListener
    @Order(0)
    void activated(TokenActivated event) {
        if (event.reuse() == Reuse.SINGLE_USE) {
            free(event.contract());
        }
    }

    public Quota of(ContractId contract) {
        int unused = jdbc.sql("select unused from quota where contract_id = :contract")
                .param("contract", contract.value())
                .query(Integer.class)
                .single();
        return new Quota(unused, settings.unusedLimit());
    }

    /** Takes places for tokens about to be made; the first statement of a generation, so that no two make theirs at once. */
    public void take(ContractId contract, int count) {
        int taken = jdbc.sql("""
                        update quota set unused = unused + :count
                        where contract_id = :contract and unused + :count <= :limit
                        """)
                .param("count", count)
                .param("contract", contract.value())
                .param("limit", settings.unusedLimit())
                .update();
        if (taken == 0) {
            Quota quota = of(contract);
            throw new UnusedLimitExceededException(quota.unused(), quota.limit(), count);
        }
    }

    /** Frees the place of a token that has left {@code UNUSED}; the last statement, after the token's own. */
    public void free(ContractId contract) {
        jdbc.sql("update quota set unused = unused - 1 where contract_id = ?")
                .param(contract.value())
                .update();
    }
}
