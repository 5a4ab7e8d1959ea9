package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.contract.Contract;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kinds in the database, where nodes of the release before read and write them, too. */
@PropuskTest
class GatewayKindTest {
    private static final List<String> KNOWN_BEFORE = List.of("MIKROTIK", "COOVACHILLI", "OPENNDS", "UNIFI", "OTHER");

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    GatewayRepository repository;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void aNodeOfTheReleaseBeforeReadsAKindThatItKnows(GatewayKind kind) {
        Contract hotel = contracts.open();
        GatewayId id =
                gateways.add(hotel, NewGateway.named("Шлюз", kind)).gateway().id();
        assertThat(kind(hotel, id)).isEqualTo(kind);
        assertThat(jdbc.sql("select kind from gateway where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .isIn(KNOWN_BEFORE);
    }

    @ParameterizedTest
    @EnumSource
    void theKindThatANodeOfTheReleaseBeforeGivesItCounts(GatewayKind kind) {
        Contract hotel = contracts.open();
        GatewayId id =
                gateways.add(hotel, NewGateway.named("Шлюз", kind)).gateway().id();
        jdbc.sql("update gateway set kind = 'MIKROTIK', version = version + 1 where id = ?")
                .param(id.value())
                .update();
        assertThat(kind(hotel, id)).isEqualTo(GatewayKind.MIKROTIK);
    }

    private GatewayKind kind(Contract hotel, GatewayId id) {
        return repository.findByContractAndId(hotel.id(), id).orElseThrow().kind();
    }
}
