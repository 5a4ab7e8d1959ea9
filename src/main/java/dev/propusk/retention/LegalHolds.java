package dev.propusk.retention;

import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.CurrentUser;
import dev.propusk.support.InvalidQuestionException;
import dev.propusk.support.InvalidQuestionException.Fault;
import dev.propusk.support.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Legal holds: what is under one is not purged (rule 12). */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class LegalHolds {
    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LegalHolds(
            JdbcClient jdbc,
            Contracts contracts,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /** Those that hold, then the lifted ones, the latest first. */
    @Transactional(readOnly = true)
    public List<LegalHold> list() {
        return jdbc.sql("""
                        select h.*, c.number from legal_hold h left join contract c on c.id = h.contract_id
                        order by h.lifted_at is not null, h.placed_at desc, h.id desc limit 1000
                        """).query(LegalHolds::hold).list();
    }

    /**
     * From now on nothing of it is purged.
     *
     * @param on a MAC in any notation, or a contract's number
     * @throws InvalidQuestionException where it is neither, or no reason is given
     */
    @Atomic
    public void place(UUID id, String on, String reason) {
        if (!Question.isReason(reason)) {
            throw new InvalidQuestionException(Fault.REASON);
        }
        Optional<MacAddress> device = MacAddress.read(on);
        UUID contract = device.isPresent()
                ? null
                : contracts
                        .findByNumber(on.strip())
                        .map(Contract::id)
                        .orElseThrow(() -> new InvalidQuestionException(Fault.TEXT))
                        .value();
        jdbc.sql("""
                        insert into legal_hold (id, contract_id, mac, reason, placed_at, placed_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(contract)
                .param(device.map(MacAddress::bytes).orElse(null))
                .param(reason.strip())
                .param(InstantConverter.toUtc(clock.instant()))
                .param(currentUser.actor().name())
                .update();
        String what = device.map(MacAddress::toString).orElse(on.strip());
        events.publishEvent(new LegalHoldChanged(id, true, what, reason.strip()));
    }

    /**
     * Again by the same person: nothing more.
     *
     * @throws ChangedMeanwhileException where somebody else has lifted it
     */
    @Atomic
    public void lift(LegalHold hold, String reason) {
        if (!Question.isReason(reason)) {
            throw new InvalidQuestionException(Fault.REASON);
        }
        int lifted = jdbc.sql("update legal_hold set lifted_at = ?, lifted_by = ? where id = ? and lifted_at is null")
                .params(
                        InstantConverter.toUtc(clock.instant()),
                        currentUser.actor().name(),
                        hold.id())
                .update();
        if (lifted == 0) {
            requireLiftedByOneself(hold);
            return;
        }
        String what = hold.device() == null
                ? Objects.toString(hold.contractNumber())
                : hold.device().toString();
        events.publishEvent(new LegalHoldChanged(hold.id(), false, what, reason.strip()));
    }

    private void requireLiftedByOneself(LegalHold hold) {
        String by = jdbc.sql("select lifted_by from legal_hold where id = ?")
                .param(hold.id())
                .query(String.class)
                .single();
        if (!by.equals(currentUser.actor().name())) {
            throw new ChangedMeanwhileException(by);
        }
    }

    private static LegalHold hold(ResultSet row, int number) throws SQLException {
        byte @Nullable [] mac = row.getBytes("mac");
        return new LegalHold(
                row.getObject("id", UUID.class),
                row.getString("number"),
                mac == null
                        ? null
                        : new MacAddress(
                                HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(mac))),
                row.getString("reason"),
                InstantConverter.instant(row, "placed_at"),
                row.getString("placed_by"),
                InstantConverter.instantOrNull(row, "lifted_at"),
                row.getString("lifted_by"));
    }
}
