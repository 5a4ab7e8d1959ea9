package dev.propusk.token.store;

import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenState;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The statements that devices wait for, and those that read or write many rows: without Hibernate, which takes several
 * times as long for them as the database does. The tokens it gives are nobody's to watch: what changes is told here.
 */
@Component
public class TokenTable {
    private static final String ROW = """
            select id, contract_id, code, reuse, days, state, note, reference, generated_at, generated_by, issued_at,
                mac, activated_at, expires_at, annulled_at, annulment, moved_from, deleted_at, version
            from token
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    TokenTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What there is of a code for one device: its own rows, and the one that no device has. */
    public List<Token> findForDevice(ContractId contract, TokenCode code, MacAddress mac) {
        return jdbc.sql(ROW + "where code = ? and contract_id = ? and (mac = ? or mac is null)")
                .params(code.value(), contract.value(), mac.bytes())
                .query((row, number) -> new Token(row))
                .list();
    }

    /** In no order. */
    public List<Token> findAll(ContractId contract, Collection<TokenId> ids) {
        return jdbc.sql(ROW + "where id in (:ids) and contract_id = :contract and deleted_at is null")
                .param("ids", ids.stream().map(TokenId::value).toList())
                .param("contract", contract.value())
                .query((row, number) -> new Token(row))
                .list();
    }

    /** For the provider's support: deleted ones too, newest first. */
    public List<Token> findByMacAcrossContracts(MacAddress mac, int most) {
        return jdbc.sql(ROW + "where mac = ? order by activated_at desc, id desc limit ?")
                .params(mac.bytes(), most)
                .query((row, number) -> new Token(row))
                .list();
    }

    public void insert(List<Token> tokens) {
        batches.batchUpdate("""
                insert into token (id, contract_id, code, reuse, days, state, note, reference, generated_at,
                    generated_by, issued_at, mac, activated_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, tokens.stream().map(TokenTable::values).toList());
    }

    private static @Nullable Object[] values(Token token) {
        return new @Nullable Object[] {
            token.id().value(),
            token.contract().value(),
            token.code().value(),
            token.reuse().name(),
            token.term().days(),
            token.mac().isPresent() ? TokenState.ACTIVE.name() : TokenState.UNUSED.name(),
            token.note().orElse(null),
            token.reference().orElse(null),
            InstantConverter.toUtc(token.generatedAt()),
            token.generatedBy(),
            token.issuedAt().map(InstantConverter::toUtc).orElse(null),
            token.mac().map(MacAddress::bytes).orElse(null),
            token.activatedAt().map(InstantConverter::toUtc).orElse(null),
            token.expiresAt().map(InstantConverter::toUtc).orElse(null)
        };
    }

    /**
     * Writes down that this token has become a device's.
     *
     * @throws OptimisticLockingFailureException where its row has changed since it was read
     */
    public void activated(Token token) {
        int changed = jdbc.sql("""
                        update token set state = 'ACTIVE', mac = ?, activated_at = ?, expires_at = ?, version = version + 1
                        where id = ? and contract_id = ? and version = ?
                        """)
                .param(token.mac().map(MacAddress::bytes).orElseThrow())
                .param(token.activatedAt().map(InstantConverter::toUtc).orElseThrow())
                .param(token.expiresAt().map(InstantConverter::toUtc).orElse(null))
                .param(token.id().value())
                .param(token.contract().value())
                .param(token.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("The token has changed since it was read");
        }
    }
}
