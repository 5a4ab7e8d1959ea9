package dev.propusk.token.store;

import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which multi-use codes may be entered. A device's activation only holds its code open, by a foreign key, so that devices
 * don't wait for one another; an end of the code waits for those that are under way, and lets no other in.
 */
@Component
public class MultiUseCodes {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    MultiUseCodes(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public void open(Collection<Token> tokens) {
        batches.batchUpdate(
                "insert into open_code (code, contract_id, token_id) values (?, ?, ?)",
                tokens.stream()
                        .map(token -> new Object[] {
                            token.code().value(),
                            token.contract().value(),
                            token.id().value()
                        })
                        .toList());
    }

    /**
     * Holds the code open until this transaction has ended.
     *
     * @param use names this use
     * @return whether it is open
     * @throws org.springframework.dao.DataIntegrityViolationException where it was closed meanwhile
     */
    public boolean hold(ContractId contract, TokenCode code, UUID use) {
        int held = jdbc.sql("""
                        insert into open_code_use (id, code)
                        select ?, code from open_code where code = ? and contract_id = ? and not closing
                        """).params(use, code.value(), contract.value()).update();
        jdbc.sql("delete from open_code_use where id = ?").param(use).update();
        return held == 1;
    }

    /** From now on no device begins to enter the code; those that have begun may finish. */
    public void beginClosing(ContractId contract, TokenCode code) {
        jdbc.sql("update open_code set closing = true where code = ? and contract_id = ?")
                .params(code.value(), contract.value())
                .update();
    }

    /** Waits for the devices that are entering the code, then shuts it. A delete, for an update would not meet them all. */
    public void close(ContractId contract, TokenCode code) {
        jdbc.sql("delete from open_code where code = ? and contract_id = ?")
                .params(code.value(), contract.value())
                .update();
    }
}
