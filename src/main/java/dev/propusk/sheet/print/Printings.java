package dev.propusk.sheet.print;

import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers when each token first stood on a sheet, so that a second copy of a code can be told from the first. */
@Component
class Printings {
    private final JdbcClient jdbc;

    Printings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When those of them that have been printed before were printed first. */
    Map<TokenId, Instant> first(ContractId contract, Collection<TokenId> tokens) {
        Map<TokenId, Instant> first = new HashMap<>();
        jdbc.sql("""
                        select token_id, first_at from sheet_print
                        where token_id in (:tokens) and contract_id = :contract
                        """)
                .param("tokens", ids(tokens))
                .param("contract", contract.value())
                .query(row -> {
                    TokenId token = new TokenId(row.getObject("token_id", UUID.class));
                    first.put(token, InstantConverter.instant(row, "first_at"));
                });
        return first;
    }

    /** @param fresh those that have not been printed before; where another print was faster, this one begins again */
    void remember(ContractId contract, Collection<TokenId> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return;
        }
        int inserted = jdbc.sql("""
                        insert ignore into sheet_print (token_id, contract_id, first_at)
                        select id, contract_id, :now from token where contract_id = :contract and id in (:tokens)
                        """)
                .param("now", InstantConverter.toUtc(now))
                .param("contract", contract.value())
                .param("tokens", ids(fresh))
                .update();
        if (inserted != fresh.size()) {
            throw new CannotAcquireLockException("Some of these tokens are being printed elsewhere");
        }
    }

    private static List<UUID> ids(Collection<TokenId> tokens) {
        return tokens.stream().map(TokenId::value).toList();
    }
}
