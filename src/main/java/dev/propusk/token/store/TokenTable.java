package dev.propusk.token.store;

import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * A contract's tokens: without Hibernate, which takes several times as long for a row as the database does. The tokens it
 * gives are nobody's to watch: what has changed is handed to {@link #update}.
 */
@Component
public class TokenTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate rows;

    TokenTable(JdbcClient jdbc, JdbcTemplate rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public Optional<Token> find(ContractId contract, TokenId id) {
        return tokens(select("where contract_id = ? and id = ? and deleted_at is null")
                        .params(contract.value(), id.value()))
                .optional();
    }

    /** A deleted one too: a job goes on with what it began. */
    public Optional<Token> findOrDeleted(ContractId contract, TokenId id) {
        return tokens(select("where contract_id = ? and id = ?").params(contract.value(), id.value()))
                .optional();
    }

    /** In no order. */
    public List<Token> findAll(ContractId contract, Collection<TokenId> ids) {
        return ids.isEmpty()
                ? List.of()
                : tokens(select("where id in (:ids) and contract_id = :contract and deleted_at is null")
                                .param("ids", ids.stream().map(TokenId::value).toList())
                                .param("contract", contract.value()))
                        .list();
    }

    /** What there is of a code for one device: its own rows, and the one that no device has. */
    public List<Token> findForDevice(ContractId contract, TokenCode code, MacAddress mac) {
        return tokens(select("where code = ? and contract_id = ? and (mac = ? or mac is null)")
                        .params(code.value(), contract.value(), mac.bytes()))
                .list();
    }

    /** The row of a code that no device has, whatever became of it. */
    public Optional<TokenId> findStandingReady(ContractId contract, TokenCode code) {
        return ids(jdbc.sql("select id from token where contract_id = ? and code = ? and mac is null")
                        .params(contract.value(), code.value()))
                .optional();
    }

    /** All rows of a code: the one that no device has, then the devices', the latest first. */
    public List<Token> findFamily(ContractId contract, TokenCode code, int most) {
        return tokens(select("""
                        where code = ? and contract_id = ? and deleted_at is null
                        order by case when mac is null then 0 else 1 end, activated_at desc, id desc
                        limit ?
                        """).params(code.value(), contract.value(), most)).list();
    }

    public List<TokenId> findActiveIds(ContractId contract, TokenCode code, int most) {
        return ids(jdbc.sql("select id from token where contract_id = ? and code = ? and state = 'ACTIVE' limit ?")
                        .params(contract.value(), code.value(), most))
                .list();
    }

    /** Oldest first. */
    public List<Token> findUnused(ContractId contract) {
        return tokens(select("""
                        where contract_id = ? and state = 'UNUSED' and deleted_at is null
                        order by generated_at, id
                        """).params(contract.value())).list();
    }

    public List<Token> findNotEnded(ContractId contract, int most) {
        return tokens(select("where contract_id = ? and deleted_at is null and state in ('UNUSED', 'ACTIVE') limit ?")
                        .params(contract.value(), most))
                .list();
    }

    /** Those that these devices entered last, so many of each, in no order. */
    public List<Token> findLatest(ContractId contract, Collection<MacAddress> devices, int ofEach) {
        if (devices.isEmpty()) {
            return List.of();
        }
        String each = "(select id from token where mac = ? and contract_id = ? and deleted_at is null"
                + " order by activated_at desc limit ?)";
        List<Object> values = devices.stream()
                .<Object>mapMulti((device, all) ->
                        List.of(device.bytes(), contract.value(), ofEach).forEach(all))
                .toList();
        return findAll(
                contract,
                ids(jdbc.sql(String.join(" union all ", Collections.nCopies(devices.size(), each)))
                                .params(values))
                        .list());
    }

    /** So many bytes more; whoever changes the token's own row meanwhile is not disturbed. */
    public void count(ContractId contract, TokenId id, long octets) {
        jdbc.sql("""
                        insert into token_limit (token_id, contract_id, octets) values (?, ?, ?)
                        on duplicate key update octets = coalesce(octets, 0) + values(octets)
                        """).params(id.value(), contract.value(), octets).update();
    }

    /** The devices that a code lets in now, two at the most. */
    public List<MacAddress> findDevices(ContractId contract, TokenCode code, Instant now) {
        return jdbc.sql("""
                        select distinct mac from token
                        where code = ? and contract_id = ? and state = 'ACTIVE' and mac is not null
                        and (expires_at is null or expires_at > ?) limit 2
                        """)
                .params(code.value(), contract.value(), InstantConverter.toUtc(now))
                .query((row, number) -> MacAddress.of(row.getBytes("mac")))
                .list();
    }

    /** When the device's latest term ended, if that was after {@code since} and by {@code now}. */
    public Optional<Instant> findLastExpiry(ContractId contract, MacAddress mac, Instant since, Instant now) {
        return jdbc.sql("""
                        select expires_at from token
                        where mac = ? and contract_id = ? and expires_at > ? and expires_at <= ?
                        and (annulment is null or annulment = 'EXPIRED')
                        order by expires_at desc limit 1
                        """)
                .params(mac.bytes(), contract.value(), InstantConverter.toUtc(since), InstantConverter.toUtc(now))
                .query(LocalDateTime.class)
                .optional()
                .map(InstantConverter::toInstant);
    }

    /** Until when the last of the tokens of each of these devices let it in; those that had none are left out. */
    public Map<MacAddress, Instant> findLetInUntil(ContractId contract, Collection<MacAddress> devices) {
        return jdbc
                .sql("""
                        select mac, max(least(coalesce(annulled_at, timestamp'9999-01-01 00:00:00'),
                            coalesce(expires_at, timestamp'9999-01-01 00:00:00'))) as let_in_until
                        from token where mac in (:devices) and contract_id = :contract group by mac
                        """)
                .param("devices", devices.stream().map(MacAddress::bytes).toList())
                .param("contract", contract.value())
                .query((row, number) ->
                        Map.entry(MacAddress.of(row.getBytes("mac")), InstantConverter.instant(row, "let_in_until")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void insert(Collection<Token> tokens) {
        rows.batchUpdate(
                TokenMapping.INSERT,
                tokens.stream().map(token -> TokenMapping.toInsert(token.row())).toList());
        List<@Nullable Object[]> limited = tokens.stream()
                .map(Token::row)
                .filter(LimitMapping::isLimited)
                .map(LimitMapping::toInsert)
                .toList();
        if (!limited.isEmpty()) {
            rows.batchUpdate(LimitMapping.INSERT, limited);
        }
    }

    /**
     * Writes down what has become of it; nothing where nothing has.
     *
     * @throws OptimisticLockingFailureException where its row has changed since it was read
     */
    public void update(Token token) {
        if (token.isChanged()) {
            require(rows.update(TokenMapping.UPDATE, TokenMapping.toUpdate(token.row())));
        }
    }

    /** Many at once, as {@link #update(Token)}. */
    public void update(Collection<Token> tokens) {
        List<@Nullable Object[]> changed = tokens.stream()
                .filter(Token::isChanged)
                .map(token -> TokenMapping.toUpdate(token.row()))
                .toList();
        Arrays.stream(rows.batchUpdate(TokenMapping.UPDATE, changed)).forEach(TokenTable::require);
    }

    private static void require(int updated) {
        if (updated == 0) {
            throw new OptimisticLockingFailureException("The token has changed since it was read");
        }
    }

    private StatementSpec select(String where) {
        return jdbc.sql(TokenMapping.SELECT + where);
    }

    private static JdbcClient.MappedQuerySpec<Token> tokens(StatementSpec statement) {
        return statement.query((row, number) -> new Token(TokenMapping.read(row)));
    }

    private static JdbcClient.MappedQuerySpec<TokenId> ids(StatementSpec statement) {
        return statement.query((row, number) -> new TokenId(row.getObject("id", UUID.class)));
    }
}
