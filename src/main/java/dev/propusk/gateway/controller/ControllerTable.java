package dev.propusk.gateway.controller;

import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayId;
import dev.propusk.secrets.Secrets;
import dev.propusk.security.ContractId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements around controllers and their secrets. */
@Component
class ControllerTable {
    private static final String PURPOSE = "controller-secret";
    private static final String SELECT = """
            select c.* from gateway_controller c join gateway g on g.id = c.gateway_id
            where c.contract_id = ? and g.removed_at is null
            """;

    private final JdbcClient jdbc;
    private final Secrets secrets;

    ControllerTable(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    Optional<Controller> find(ContractId contract, GatewayId gateway) {
        return jdbc.sql(SELECT + " and c.gateway_id = ?")
                .params(contract.value(), gateway.value())
                .query(ControllerTable::read)
                .optional();
    }

    List<Controller> findAll(ContractId contract) {
        return jdbc.sql(SELECT + " order by c.gateway_id")
                .param(contract.value())
                .query(ControllerTable::read)
                .list();
    }

    private static Controller read(ResultSet row, int number) throws SQLException {
        byte[] pinned = row.getBytes("fingerprint");
        return new Controller(
                new GatewayId(row.getObject("gateway_id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                Dialect.valueOf(row.getString("dialect")),
                URI.create(row.getString("address")),
                row.getString("site"),
                row.getString("account"),
                pinned == null ? null : Fingerprint.of(pinned),
                row.getInt("version"));
    }

    /** The key or the password. */
    String secret(Controller controller) {
        byte[] encrypted = jdbc.sql("select secret from gateway_controller where contract_id = ? and gateway_id = ?")
                .params(controller.contract().value(), controller.gateway().value())
                .query(byte[].class)
                .single();
        return new String(secrets.decrypt(PURPOSE, encrypted), StandardCharsets.UTF_8);
    }

    /** Keeps one where there was none. @return whether there was none */
    boolean insert(ContractId contract, GatewayId gateway, ControllerTerms terms, String secret) {
        return bound(contract, gateway, terms, secret, """
                        insert ignore into gateway_controller
                            (gateway_id, contract_id, dialect, address, site, account, secret, fingerprint, version)
                        values (:gateway, :contract, :dialect, :address, :site, :account, :secret, :fingerprint, 1)
                        """).update() == 1;
    }

    /** What was told of it before is forgotten with it. @return whether it was this version */
    boolean update(ContractId contract, GatewayId gateway, ControllerTerms terms, String secret, int version) {
        return bound(contract, gateway, terms, secret, """
                        update gateway_controller set dialect = :dialect, address = :address, site = :site,
                            account = :account, secret = :secret, fingerprint = :fingerprint, version = version + 1,
                            heard_at = null, failure = null, failed_at = null, failures = 0
                        where contract_id = :contract and gateway_id = :gateway and version = :version
                        """)
                        .param("version", version)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec bound(
            ContractId contract, GatewayId gateway, ControllerTerms terms, String secret, String statement) {
        return jdbc.sql(statement)
                .param("gateway", gateway.value())
                .param("contract", contract.value())
                .param("dialect", terms.dialect().name())
                .param("address", terms.address().toString())
                .param("site", terms.site())
                .param("account", terms.account())
                .param("secret", secrets.encrypt(PURPOSE, secret.getBytes(StandardCharsets.UTF_8)))
                .param(
                        "fingerprint",
                        terms.pinned() == null ? null : terms.pinned().bytes());
    }

    boolean delete(ContractId contract, GatewayId gateway) {
        return jdbc.sql("delete from gateway_controller where contract_id = ? and gateway_id = ?")
                        .params(contract.value(), gateway.value())
                        .update()
                == 1;
    }

    /** It did what it was told: written at most once a minute, unless it had failed. */
    void heard(Controller controller, Instant now) {
        jdbc.sql("""
                        update gateway_controller set heard_at = :now, failure = null, failed_at = null, failures = 0
                        where contract_id = :contract and gateway_id = :gateway and version = :version
                            and (failure is not null or heard_at is null or heard_at < :lately)
                        """)
                .param("now", InstantConverter.toUtc(now))
                .param("lately", InstantConverter.toUtc(now.minusSeconds(60)))
                .param("contract", controller.contract().value())
                .param("gateway", controller.gateway().value())
                .param("version", controller.version())
                .update();
    }

    /** @param now when it failed, by which a failure that is written once more is known */
    void failed(Controller controller, ControllerFailure failure, Instant now) {
        jdbc.sql("""
                        update gateway_controller set failure = :failure, failed_at = :now, failures = failures + 1
                        where contract_id = :contract and gateway_id = :gateway and version = :version
                            and (failed_at is null or failed_at <> :now)
                        """)
                .param("failure", failure.name())
                .param("now", InstantConverter.toUtc(now))
                .param("contract", controller.contract().value())
                .param("gateway", controller.gateway().value())
                .param("version", controller.version())
                .update();
    }

    ControllerState state(Controller controller, Instant now) {
        return jdbc.sql("""
                        select c.heard_at, c.failure, c.failed_at, c.failures,
                            (select count(*) from controller_pass p
                                where p.contract_id = c.contract_id and p.gateway_id = c.gateway_id
                                    and (p.tries > 0 or p.due_at <= :now)) as waiting
                        from gateway_controller c where c.contract_id = :contract and c.gateway_id = :gateway
                        """)
                .param("now", InstantConverter.toUtc(now))
                .param("contract", controller.contract().value())
                .param("gateway", controller.gateway().value())
                .query((row, number) -> new ControllerState(
                        InstantConverter.instantOrNull(row, "heard_at"),
                        row.getString("failure") == null ? null : ControllerFailure.valueOf(row.getString("failure")),
                        InstantConverter.instantOrNull(row, "failed_at"),
                        row.getInt("failures"),
                        row.getInt("waiting")))
                .single();
    }
}
