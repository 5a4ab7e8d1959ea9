package dev.propusk.gateway.controller;

import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.data.OwnId;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import dev.propusk.work.Leased;
import dev.propusk.work.WorkTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The statements around devices at controllers: one row for each device and gateway, as long as the controller may let it in.
 * What happens to a token only says that somebody has to look; what the controller is told follows from how it stands then.
 * So it does not matter in which order things happened, nor how often they are told.
 */
@Component
class PassTable {
    static final WorkTable QUEUE = new WorkTable("controller_pass", "controller_pass_waiting", "due_at", "tries");

    private static final String STILL =
            " where contract_id = :contract and id = :id and tries = :tries and wanted = :wanted";

    private final JdbcClient jdbc;

    PassTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The device may have got in at that gateway. */
    void expect(ContractId contract, GatewayId gateway, MacAddress device, Instant now) {
        LocalDateTime due = InstantConverter.toUtc(now);
        int known = look(now, contract, "and gateway_id = ? and mac = ?", gateway.value(), device.bytes());
        if (known == 0) {
            jdbc.sql("insert into controller_pass (id, contract_id, gateway_id, mac, due_at) values (?, ?, ?, ?, ?)")
                    .params(OwnId.next("controller_pass"), contract.value(), gateway.value(), device.bytes(), due)
                    .update();
        }
    }

    /** Something happened to the device's tokens. */
    void lookAgain(ContractId contract, MacAddress device, Instant now) {
        look(now, contract, "and mac = ?", device.bytes());
    }

    /** Something happened to the whole network. */
    void lookAgain(ContractId contract, Instant now) {
        look(now, contract, "");
    }

    /** Something happened to the gateway. */
    void lookAgain(ContractId contract, GatewayId gateway, Instant now) {
        look(now, contract, "and gateway_id = ?", gateway.value());
    }

    /** How many there are. */
    private int look(Instant now, ContractId contract, String which, Object... values) {
        return jdbc.sql("update controller_pass set due_at = ?, tries = 0, wanted = wanted + 1 where contract_id = ? "
                        + which)
                .params(InstantConverter.toUtc(now), contract.value())
                .params(values)
                .update();
    }

    /** Those of these networks that have a device here. */
    List<ContractId> among(Collection<ContractId> contracts) {
        return jdbc
                .sql("select distinct contract_id from controller_pass where contract_id in (:contracts)")
                .param("contracts", contracts.stream().map(ContractId::value).toList())
                .query(UUID.class)
                .list()
                .stream()
                .map(ContractId::new)
                .toList();
    }

    Optional<Pass> find(Leased row) {
        return jdbc.sql("select * from controller_pass where id = ?")
                .param(row.id())
                .query((found, number) -> read(row, found))
                .optional();
    }

    private static Pass read(Leased row, ResultSet found) throws SQLException {
        return new Pass(
                row,
                found.getInt("wanted"),
                new ContractId(found.getObject("contract_id", UUID.class)),
                new GatewayId(found.getObject("gateway_id", UUID.class)),
                MacAddress.of(found.getBytes("mac")),
                InstantConverter.instantOrNull(found, "asked_until"),
                InstantConverter.instantOrNull(found, "open_until"));
    }

    /** Whether the controller has said that it lets the device in, and its time is not over. */
    boolean isOpen(ContractId contract, MacAddress device, Instant now) {
        return jdbc.sql("select count(*) from controller_pass where contract_id = ? and mac = ? and open_until > ?")
                        .params(contract.value(), device.bytes(), InstantConverter.toUtc(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Before it is asked for: if nobody hears the answer, the device may be in all the same. */
    void ask(Pass pass, Instant until) {
        still(pass, "set asked_until = greatest(coalesce(asked_until, :until), :until)", until);
    }

    /** It is let in. @return whether nothing has happened meanwhile */
    boolean opened(Pass pass, Instant until, Instant next) {
        return bound(
                                pass,
                                "update controller_pass set open_until = :until, asked_until = :until, due_at = :next, tries = 0"
                                        + STILL)
                        .param("until", InstantConverter.toUtc(until))
                        .param("next", InstantConverter.toUtc(next))
                        .update()
                == 1;
    }

    void putOff(Pass pass, Instant next) {
        still(pass, "set due_at = :until", next);
    }

    /** There is nothing to be said until then. */
    void rest(Pass pass, Instant next) {
        still(pass, "set due_at = :until, tries = 0", next);
    }

    private void still(Pass pass, String set, Instant until) {
        bound(pass, "update controller_pass " + set + STILL)
                .param("until", InstantConverter.toUtc(until))
                .update();
    }

    /** Nothing is left to be said. @return whether nothing has happened meanwhile */
    boolean forget(Pass pass) {
        return bound(pass, "delete from controller_pass" + STILL).update() == 1;
    }

    private JdbcClient.StatementSpec bound(Pass pass, String statement) {
        return jdbc.sql(statement)
                .param("contract", pass.contract().value())
                .param("id", pass.row().id())
                .param("tries", pass.row().tries())
                .param("wanted", pass.wanted());
    }
}
