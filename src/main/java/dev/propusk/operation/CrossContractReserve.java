package dev.propusk.operation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many tokens lie ready, over all contracts. */
@Component
class CrossContractReserve {
    private final JdbcClient jdbc;

    CrossContractReserve(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long unused() {
        return jdbc.sql("select coalesce(sum(unused), 0) from quota")
                .query(Long.class)
                .single();
    }
}
