package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import org.junit.jupiter.api.Test;

/** Rule 23, where nodes of release 1.0.0, which knows of no places, work on the same database: by their statements. */
class DevicesBesideAReleaseTest extends CodesForDevices {
    @Test
    void aNodeOfTheReleaseBeforeLetsNobodyIn() {
        Token token = generate(2);
        assertThat(jdbc.sql("""
                                insert into open_code_use (id, code)
                                select ?, code from open_code where code = ? and contract_id = ? and not closing
                                """)
                        .params(
                                TokenId.next().value(),
                                token.code().value(),
                                hotel.id().value())
                        .update())
                .isZero();
        devices(2).forEach(device -> activate(token.code(), device));
        assertThat(jdbc.sql("select annulment from token where id = ?")
                        .param(token.id().value())
                        .query(String.class)
                        .single())
                .as("a word that it knows")
                .isEqualTo("EXPIRED");
    }

    @Test
    void whatANodeOfTheReleaseBeforeHasMovedKeepsItsPlace() {
        Token token = generate(2);
        MacAddress old = TestContracts.device();
        MacAddress changed = TestContracts.device();
        Token row = activate(token.code(), old);
        moveAsBefore(moveAsBefore(row.id(), TestContracts.device()), changed);
        assertThat(accepted(token.code(), old)).isTrue();
        assertThat(live(token)).isEqualTo(2);
        assertThat(get(token).annulment(clock.instant())).contains(Annulment.USED_UP);
        toAnotherNetwork(changed);
        assertThat(accepted(token.code(), TestContracts.device())).isFalse();
        assertThat(accepted(token.code(), changed)).isTrue();
        assertThat(live(token)).isEqualTo(2);
    }

    private TokenId moveAsBefore(TokenId row, MacAddress to) {
        TokenId successor = TokenId.next();
        jdbc.sql("""
                        update token set state = 'ANNULLED', annulment = 'MOVED_TO_NEW_MAC', annulled_at = utc_timestamp(6)
                        where id = ?
                        """).param(row.value()).update();
        jdbc.sql("""
                        insert into token (id, contract_id, code, reuse, days, state, generated_at, generated_by, mac,
                            activated_at, expires_at, moved_from, version)
                        select ?, contract_id, code, reuse, days, 'ACTIVE', generated_at, generated_by, ?,
                            activated_at, expires_at, id, 0
                        from token where id = ?
                        """).params(successor.value(), to.bytes(), row.value()).update();
        return successor;
    }
}
