package dev.propusk.token.end;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.token.Annulment;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenEnd;
import dev.propusk.token.TokenId;
import dev.propusk.token.store.MultiUseCodes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is being ended, written down before it begins, so that what one node could not finish another one does. */
@Component
class CodeClosings {
    private final JdbcClient jdbc;
    private final MultiUseCodes openCodes;
    private final Clock clock;

    CodeClosings(JdbcClient jdbc, MultiUseCodes openCodes, Clock clock) {
        this.jdbc = jdbc;
        this.openCodes = openCodes;
        this.clock = clock;
    }

    /** From here on no new device begins to enter the code, and the rest will be done whatever happens to this node. */
    @Atomic
    void begin(CodeClosing closing) {
        jdbc.sql("""
                        insert into code_closing
                            (code, contract_id, token_id, annulment, devices, deleting, requested_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update
                            devices = devices or values(devices), deleting = deleting or values(deleting)
                        """)
                .params(
                        closing.code().value(),
                        closing.contract().value(),
                        closing.token().value(),
                        closing.how().reason().name(),
                        closing.devices(),
                        closing.how().deleting(),
                        InstantConverter.toUtc(clock.instant()))
                .update();
        openCodes.beginClosing(closing.contract(), closing.code());
    }

    @Atomic
    void done(CodeClosing closing) {
        jdbc.sql("delete from code_closing where code = ? and contract_id = ?")
                .params(closing.code().value(), closing.contract().value())
                .update();
    }

    /** It is tried again later, and after each failure later still: up to about ten minutes. */
    @Atomic
    void putOff(CodeClosing closing, Duration pause) {
        jdbc.sql("""
                        update code_closing
                        set next_try_at = :now + interval :seconds * pow(2, least(tries, 6)) second, tries = tries + 1
                        where code = :code
                        """)
                .param("now", InstantConverter.toUtc(clock.instant()))
                .param("seconds", pause.toSeconds())
                .param("code", closing.code().value())
                .update();
    }

    /** What was begun so long ago that whoever began it has most likely gone; what was put off comes in its turn. */
    List<CodeClosing> abandoned(Duration age) {
        return jdbc.sql("""
                        select code, contract_id, token_id, annulment, devices, deleting
                        from code_closing
                        where requested_at < :before and (next_try_at is null or next_try_at <= :now)
                        order by coalesce(next_try_at, requested_at) limit 100
                        """)
                .param("before", InstantConverter.toUtc(clock.instant().minus(age)))
                .param("now", InstantConverter.toUtc(clock.instant()))
                .query((row, number) -> new CodeClosing(
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        new TokenCode(row.getString("code")),
                        new TokenId(row.getObject("token_id", UUID.class)),
                        new TokenEnd(Annulment.valueOf(row.getString("annulment")), row.getBoolean("deleting"), null),
                        row.getBoolean("devices")))
                .list();
    }
}
