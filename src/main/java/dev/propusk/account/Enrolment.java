package dev.propusk.account;

import dev.propusk.account.AccountChanged.Change;
import dev.propusk.data.Atomic;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down a second factor, with recovery codes for the day when the device is lost. */
@Component
class Enrolment {
    private static final int CODES = 8;
    /** Without what is easily taken for something else. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private final AccountRepository accounts;
    private final SecondFactor secondFactor;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Enrolment(
            AccountRepository accounts, SecondFactor secondFactor, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Returns the recovery codes, which are nowhere to be read afterwards.
     *
     * @param step of the code that was given, which signs nobody in any more
     */
    @Atomic
    List<String> save(UUID id, TotpSecret secret, long step) {
        Account account = accounts.findById(id).orElseThrow();
        account.setSecondFactor(secondFactor.encrypt(secret.bytes()));
        secondFactor.use(id, step);
        forget(id);
        List<String> codes = Stream.generate(this::code).limit(CODES).toList();
        codes.forEach(code -> jdbc.sql("insert into account_recovery_code (account_id, code_hash) values (?, ?)")
                .params(id, SecondFactor.recoveryHash(code))
                .update());
        events.publishEvent(AccountChanged.of(account, Change.SECOND_FACTOR_SET));
        return codes;
    }

    /** Part of the transaction that takes the factor away. */
    void forget(UUID id) {
        jdbc.sql("delete from account_recovery_code where account_id = ?")
                .param(id)
                .update();
    }

    private String code() {
        String letters = random.ints(10, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
        return letters.substring(0, 5) + "-" + letters.substring(5);
    }
}
