package dev.propusk.token.end;

import static java.util.Comparator.comparing;

import dev.propusk.base.MacAddress;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokensExpired;
import dev.propusk.token.TokensExpired.Due;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** The statements behind {@link Expiry}: rows are found without locks, then only these are touched. */
@Component
public class ExpiryTransaction {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExpiryTransaction(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The longest due ones, by contract. */
    List<Due> findDue(int most) {
        return jdbc
                .sql("""
                        select id, contract_id, mac from token where state = 'ACTIVE' and expires_at <= :now
                        order by expires_at limit :most
                        """)
                .param("now", InstantConverter.toUtc(clock.instant()))
                .param("most", most)
                .query((row, number) -> new Due(
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        new TokenId(row.getObject("id", UUID.class)),
                        MacAddress.of(row.getBytes("mac"))))
                .list()
                .stream()
                .sorted(comparing(due -> due.contract().value()))
                .toList();
    }

    /** False, and nothing is changed, when one of them is active no more: what ended it has told of it, too. */
    @Atomic
    public boolean annul(List<Due> due) {
        int annulled = jdbc.sql("""
                        update token
                        set state = 'ANNULLED', annulment = 'EXPIRED', annulled_at = expires_at, version = version + 1
                        where id in (:ids) and state = 'ACTIVE'
                        """)
                .param("ids", due.stream().map(token -> token.id().value()).toList())
                .update();
        if (annulled < due.size()) {
            TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
            return false;
        }
        events.publishEvent(new TokensExpired(due));
        return true;
    }
}
