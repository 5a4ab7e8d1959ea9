package dev.propusk.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PropuskTest
class RetentionTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Annulments ending;

    @Autowired
    LegalHolds holds;

    @Autowired
    Retention retention;

    @Autowired
    PurgeOrders orders;

    @Autowired
    PurgeStatements statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void whatHasPassedItsRetentionIsPurgedUnlessALegalHoldKeepsIt() {
        // what other tests have left behind, some of them years ago by the clock
        retention.purge();
        Contract hotel = contracts.open();
        Contract held = contracts.open();
        MacAddress suspect = TestContracts.device();
        ended(hotel, TestContracts.device());
        ended(hotel, suspect);
        ended(held, TestContracts.device());
        Token live = activated(hotel, TestContracts.device());
        ActingAs.administrator(() -> {
            holds.place(TimeOrderedId.next(), suspect.toString(), "дело № 5");
            holds.place(TimeOrderedId.next(), held.number(), "дело № 6");
        });
        // what ended is of the past; the clock itself stays where it is for the other tests
        jdbc.sql("update token set annulled_at = annulled_at - interval 4 year where contract_id in (?, ?)"
                        + " and state = 'ANNULLED'")
                .params(hotel.id().value(), held.id().value())
                .update();
        makeOld(hotel.id());
        makeOld(held.id());
        assertThat(retention.purge()).isOne();
        assertThat(tokens(hotel.id())).isEqualTo(2);
        assertThat(tokens(held.id())).isOne();
        assertThat(jdbc.sql("select count(*) from token where contract_id = ? and state = 'ACTIVE'")
                        .param(live.contract().value())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(purges()).first().asString().contains("\"count\":1");
        ActingAs.administrator(() -> holds.list().stream()
                .filter(hold -> hold.liftedAt() == null)
                .forEach(hold -> holds.lift(hold, "дело закрыто")));
        assertThat(retention.purge()).isEqualTo(2);
        assertThat(tokens(held.id())).isZero();
    }

    @Test
    void entriesOfTheJournalAreKeptWhereALegalHoldIsOnTheirDevice() {
        MacAddress suspect = TestContracts.device();
        ActingAs.administrator(() -> holds.place(TimeOrderedId.next(), suspect.toString(), "дело № 7"));
        insertUnderSeal(-1, 0, suspect);
        insertUnderSeal(-1, 1, TestContracts.device());
        PurgeOrder request =
                new PurgeOrder(TimeOrderedId.next(), PurgeOrder.Kind.ENTRIES, clock.instant(), List.of(-1L));
        statements.carryOut(request);
        assertThat(entriesUnderSeal(-1)).hasSize(2);
        jdbc.sql("insert into purge_order (id, kind, ended_before, what) values (?, 'ENTRIES', now(), '-1')")
                .param(request.id())
                .update();
        statements.carryOut(request);
        orders.close(request);
        assertThat(entriesUnderSeal(-1)).singleElement().asString().contains(suspect.toString());
    }

    private List<String> entriesUnderSeal(int seal) {
        return jdbc.sql("""
                        select j.details from journal j join journal_sealed s on s.entry_id = j.id
                        where s.seal_number = ?
                        """).param(seal).query(String.class).list();
    }

    @Test
    void aPurgeThatWasCutOffIsFinishedByTheNextOneAndToldOfOnce() throws Exception {
        retention.purge();
        Contract hotel = contracts.open();
        for (int i = 0; i < 3; i++) {
            ended(hotel, TestContracts.device());
        }
        jdbc.sql("update token set annulled_at = annulled_at - interval 4 year where contract_id = ?"
                        + " and state = 'ANNULLED'")
                .param(hotel.id().value())
                .update();
        makeOld(hotel.id());
        Instant before = clock.instant().minus(Duration.ofDays(1095));
        PurgeOrder request =
                orders.begin(PurgeOrder.Kind.TOKENS, before, new UUID(0, 0)).orElseThrow();
        // the node ends in the middle of it
        jdbc.sql("delete from token where id = ?").param(request.last()).update();
        assertThatThrownBy(() -> orders.begin(PurgeOrder.Kind.TOKENS, before, new UUID(0, 0)))
                .isInstanceOf(DuplicateKeyException.class);
        int told = purges().size();
        assertThat(retention.purge()).isZero();
        assertThat(tokens(hotel.id())).isZero();
        assertThat(purges()).hasSize(told + 1).first().asString().contains("\"count\":3");
        assertThat(orders.open()).isEmpty();
        assertThat(orders.close(request)).isZero();
        assertThat(purges()).hasSize(told + 1);
    }

    private List<String> purges() {
        return jdbc.sql("select details from journal where action = 'retention.purged' order by at desc, id desc")
                .query(String.class)
                .list();
    }

    @Test
    void sessionsThatEndedLongAgoArePurgedUnlessALegalHoldKeepsThem() {
        Contract hotel = contracts.open();
        MacAddress suspect = TestContracts.device();
        ActingAs.administrator(() -> holds.place(TimeOrderedId.next(), suspect.toString(), "дело № 8"));
        session(hotel, suspect, Duration.ofDays(4 * 365));
        session(hotel, TestContracts.device(), Duration.ofDays(4 * 365));
        session(hotel, TestContracts.device(), Duration.ofDays(365));
        retention.purge();
        assertThat(jdbc.sql("select count(*) from device_session where contract_id = ?")
                        .param(hotel.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from device_session where mac = ?")
                        .param(suspect.bytes())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private void session(Contract hotel, MacAddress device, Duration ago) {
        jdbc.sql("""
                        insert into device_session
                            (id, contract_id, gateway_id, acct_session_id, mac, station, started_at, seen_at, ended_at)
                        values (uuid(), :contract, uuid(), 'long ago', :mac, 'ap', :at, :at, :at)
                        """)
                .param("contract", hotel.id().value())
                .param("mac", device.bytes())
                .param("at", InstantConverter.toUtc(clock.instant().minus(ago)))
                .update();
    }

    private void insertUnderSeal(long seal, int position, MacAddress device) {
        UUID id = TimeOrderedId.next();
        jdbc.sql("""
                        insert into journal (id, at, actor_kind, actor, action, details)
                        values (?, '2020-01-01', 'SYSTEM', 'system', 'token.activated', ?)
                        """).params(id, "{\"mac\":\"" + device + "\"}").update();
        jdbc.sql("insert into journal_sealed (entry_id, seal_number, position) values (?, ?, ?)")
                .params(id, seal, position)
                .update();
    }

    private Token activated(Contract contract, MacAddress device) {
        Token token = contracts.asOwner(
                contract,
                () -> generation
                        .generate(contract.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, null, null))
                        .tokens()
                        .getFirst());
        return activation.activate(contract.id(), token.code(), device);
    }

    private void ended(Contract contract, MacAddress device) {
        Token token = activated(contract, device);
        contracts.asOwner(contract, () -> ending.annul(contract.id(), token.id(), false));
    }

    /** Ids are made of time: those of old rows are small. */
    private void makeOld(ContractId contract) {
        jdbc.sql("update token set id = concat('0100', substring(id, 5)) where contract_id = ? and state = 'ANNULLED'")
                .param(contract.value())
                .update();
    }

    private int tokens(ContractId contract) {
        return jdbc.sql("select count(*) from token where contract_id = ?")
                .param(contract.value())
                .query(Integer.class)
                .single();
    }
}
