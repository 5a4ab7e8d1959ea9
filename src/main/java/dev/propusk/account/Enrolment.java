package dev.propusk.account;

import dev.propusk.account.AccountChanged.Change;
import dev.propusk.account.factor.RecoveryCodes;
import dev.propusk.data.Atomic;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down a second factor, with recovery codes for the day when the device is lost. */
@Component
class Enrolment {
    private final AccountRepository accounts;
    private final SecondFactor secondFactor;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Enrolment(
            AccountRepository accounts, SecondFactor secondFactor, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Ends the login's other sessions, too.
     *
     * @param step of the code that was given, which signs nobody in any more
     */
    @Atomic
    void save(UUID id, TotpSecret secret, long step, RecoveryCodes.Drawn drawn) {
        Account account = accounts.findOwnById(id).orElseThrow();
        account.setSecondFactor(secondFactor.encrypt(secret.bytes()));
        secondFactor.use(id, step);
        forget(id);
        jdbc.sql(
                        "insert into recovery_salt (account_id, salt) values (?, ?) on duplicate key update salt = values(salt)")
                .params(id, drawn.salt())
                .update();
        drawn.hashes()
                .forEach(hash -> jdbc.sql("insert into account_recovery_code (account_id, code_hash) values (?, ?)")
                        .params(id, hash)
                        .update());
        events.publishEvent(AccountChanged.of(account, Change.SECOND_FACTOR_SET));
    }

    /** Part of the transaction that takes the factor away. */
    void forget(UUID id) {
        jdbc.sql("delete from account_recovery_code where account_id = ?")
                .param(id)
                .update();
    }
}
