package dev.propusk.webhook;

import dev.propusk.data.InstantConverter;
import dev.propusk.secrets.IssuedKey;
import dev.propusk.secrets.Secrets;
import dev.propusk.security.ContractId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements around addresses and their secrets. */
@Component
class HookTable {
    private static final String PURPOSE = "webhook-secret";
    private static final Duration BOTH_SIGN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Secrets secrets;

    HookTable(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    Optional<Hook> find(ContractId contract) {
        return find(contract, "");
    }

    /** Nobody else changes it before the transaction has ended. */
    Optional<Hook> lock(ContractId contract) {
        return find(contract, " for update");
    }

    private Optional<Hook> find(ContractId contract, String how) {
        return jdbc.sql("select url, low_at from webhook where contract_id = ?" + how)
                .param(contract.value())
                .query((row, number) -> new Hook(contract, row.getString("url"), row.getInt("low_at")))
                .optional();
    }

    List<Hook> findAll(Collection<ContractId> contracts) {
        return contracts.isEmpty()
                ? List.of()
                : jdbc.sql("select contract_id, url, low_at from webhook where contract_id in (:contracts)")
                        .param(
                                "contracts",
                                contracts.stream().map(ContractId::value).toList())
                        .query((row, number) -> new Hook(
                                new ContractId(row.getObject("contract_id", UUID.class)),
                                row.getString("url"),
                                row.getInt("low_at")))
                        .list();
    }

    /** Whether none was there; else nothing was done. */
    boolean insert(Hook hook, HookSecret secret, Instant now) {
        return jdbc.sql(
                                "insert ignore into webhook (contract_id, url, secret, low_at, changed_at) values (?, ?, ?, ?, ?)")
                        .params(
                                hook.contract().value(),
                                hook.url(),
                                encrypted(secret),
                                hook.lowAt(),
                                InstantConverter.toUtc(now))
                        .update()
                == 1;
    }

    void update(Hook hook, Instant now) {
        jdbc.sql("update webhook set url = ?, low_at = ?, changed_at = ? where contract_id = ?")
                .params(
                        hook.url(),
                        hook.lowAt(),
                        InstantConverter.toUtc(now),
                        hook.contract().value())
                .update();
    }

    void replaceSecret(ContractId contract, HookSecret secret, Instant now) {
        jdbc.sql("""
                        update webhook set previous_secret = secret, previous_until = ?, secret = ?, changed_at = ?
                        where contract_id = ?
                        """)
                .params(
                        InstantConverter.toUtc(now.plus(BOTH_SIGN)),
                        encrypted(secret),
                        InstantConverter.toUtc(now),
                        contract.value())
                .update();
    }

    void delete(ContractId contract) {
        jdbc.sql("delete from webhook where contract_id = ?")
                .param(contract.value())
                .update();
    }

    /** The secrets that sign now, the newest first. */
    List<HookSecret> secrets(ContractId contract, Instant now) {
        List<HookSecret> found = new ArrayList<>();
        jdbc.sql("""
                        select secret, if(previous_until > ?, previous_secret, null) as previous
                        from webhook where contract_id = ?
                        """).params(InstantConverter.toUtc(now), contract.value()).query(row -> {
            found.add(decrypted(row.getBytes("secret")));
            byte[] previous = row.getBytes("previous");
            if (previous != null) {
                found.add(decrypted(previous));
            }
        });
        return found;
    }

    private byte[] encrypted(HookSecret secret) {
        return secrets.encrypt(PURPOSE, secret.text().getBytes(StandardCharsets.UTF_8));
    }

    private HookSecret decrypted(byte[] encrypted) {
        return new HookSecret(new IssuedKey(new String(secrets.decrypt(PURPOSE, encrypted), StandardCharsets.UTF_8)));
    }
}
