package dev.propusk.customer;

import dev.propusk.security.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a customer has come on the way to the first guest. */
@Service
public class CustomerProgress {
    private final JdbcClient jdbc;

    CustomerProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far one step is. */
    public enum State {
        MISSING,
        /** Somebody else has to do the rest. */
        BEGUN,
        DONE;

        private static State of(boolean begun, boolean done) {
            return done ? DONE : begun ? BEGUN : MISSING;
        }
    }

    /**
     * What has been done.
     *
     * @param owner begun: there is an owner's login; done: it has a password
     * @param gateway begun: there is one; done: it has told of a device that went online
     */
    public record Steps(State owner, State gateway) {}

    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public Steps of(ContractId contract) {
        return jdbc.sql("""
                        select
                            exists(select 1 from account
                                where contract_id = :contract and role = 'OWNER' and enabled) as invited,
                            exists(select 1 from account
                                where contract_id = :contract and role = 'OWNER' and enabled and not invited) as came,
                            exists(select 1 from gateway where contract_id = :contract and removed_at is null) as added,
                            exists(select 1 from device_session where contract_id = :contract) as heard
                        """)
                .param("contract", contract.value())
                .query((row, number) -> new Steps(
                        State.of(row.getBoolean("invited"), row.getBoolean("came")),
                        State.of(row.getBoolean("added"), row.getBoolean("heard"))))
                .single();
    }
}
