package dev.propusk.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands beside the tokens of a code goes when they do. */
@PropuskTest
class PurgedCodesTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

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
    void theGateOfACodeThatIsUsedUpGoesWithItAndItsPlaces() {
        retention.purge();
        Contract hotel = contracts.open();
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(2, Uses.of(2), Term.UNLIMITED, null, null, Limits.NONE))
                        .tokens()
                        .getFirst());
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        PurgeOrder request = new PurgeOrder(
                TimeOrderedId.next(),
                PurgeOrder.Kind.TOKENS,
                clock.instant().plusSeconds(1),
                List.of(token.id().value()));
        jdbc.sql("insert into purge_order (id, kind, ended_before, what) values (?, 'TOKENS', now(), ?)")
                .params(request.id(), token.id().toString())
                .update();
        statements.carryOut(request);
        orders.close(request);
        for (String table : List.of("open_code", "code_place")) {
            assertThat(jdbc.sql("select code = ? from " + table + " where contract_id = ? group by code")
                            .params(token.code().value(), hotel.id().value())
                            .query(Boolean.class)
                            .list())
                    .as(table)
                    .containsExactly(false);
        }
    }
}
