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
    private static final int OPEN = 0;
    private static final int OPEN_BY_PLACE = 2;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CodePlaces places;

    MultiUseCodes(JdbcClient jdbc, JdbcTemplate batches, CodePlaces places) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.places = places;
    }

    public void open(Collection<Token> tokens) {
        batches.batchUpdate(
                "insert into open_code (code, contract_id, token_id, closing) values (?, ?, ?, ?)",
                tokens.stream()
                        .map(token -> new Object[] {
                            token.code().value(),
                            token.contract().value(),
                            token.id().value(),
                            open(token)
                        })
                        .toList());
        places.lay(tokens);
    }

    /**
     * Holds the code open until this transaction has ended.
     *
     * @param use names this use
     * @return whether it is open
     * @throws org.springframework.dao.DataIntegrityViolationException where it was closed meanwhile
     */
    public boolean hold(Token ready, UUID use) {
        int held = jdbc.sql("""
                        insert into open_code_use (id, code)
                        select ?, code from open_code where code = ? and contract_id = ? and closing = ?
                        """)
                .params(use, ready.code().value(), ready.contract().value(), open(ready))
                .update();
        jdbc.sql("delete from open_code_use where id = ?").param(use).update();
        return held == 1;
    }

    /** A node of the release before, which knows of no places, takes the second for a code that is being closed. */
    private static int open(Token token) {
        return token.uses().devices() == null ? OPEN : OPEN_BY_PLACE;
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
