package dev.propusk.token.end;

import dev.propusk.contract.RemainingTokens;
import dev.propusk.security.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** For the progress bar while a contract is closed. */
@Component
class CountedRemainingTokens implements RemainingTokens {
    private final JdbcClient jdbc;

    CountedRemainingTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public int count(ContractId contract) {
        return jdbc.sql("""
                        select count(*) from token
                        where contract_id = ? and deleted_at is null and state in ('UNUSED', 'ACTIVE')
                        """).param(contract.value()).query(Integer.class).single();
    }
}
