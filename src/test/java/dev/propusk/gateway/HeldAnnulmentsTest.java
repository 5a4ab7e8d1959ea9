package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.HeldAnnulments.Held;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PropuskTest
class HeldAnnulmentsTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    HeldAnnulments heldAnnulments;

    @Autowired
    ForeignAnnulmentAllowance allowance;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Contract hotel;
    private Contract cafe;
    private Keyed atCafe;

    @BeforeEach
    void open() {
        hotel = contracts.open();
        cafe = contracts.open();
        atCafe = gateways.add(cafe);
    }

    @Test
    void whatAnAdministratorCarriesOutEndsAndIsInTheJournal() {
        List<Token> held = List.of(hold(), hold());
        decide(true, seen());
        assertThat(held).allMatch(token -> state(token) == TokenState.ANNULLED);
        assertThat(entries("gateway.annulments-carried-out"))
                .singleElement()
                .asString()
                .contains(
                        held.getFirst().id().toString(),
                        held.getLast().id().toString(),
                        cafe.id().toString());
        assertThat(left()).isZero();
    }

    @Test
    void whatAnAdministratorDiscardsStaysActiveAndIsInTheJournal() {
        Token held = hold();
        decide(false, seen());
        assertThat(state(held)).isEqualTo(TokenState.ACTIVE);
        assertThat(entries("gateway.annulments-discarded"))
                .singleElement()
                .asString()
                .contains(held.id().toString());
        assertThat(left()).isZero();
    }

    @Test
    void whatIsPutAsideMeanwhileIsNotDecidedUnseen() {
        hold();
        Held seen = seen();
        clock.advance(Duration.ofSeconds(1));
        Token later = hold();
        decide(true, seen);
        assertThat(state(later)).isEqualTo(TokenState.ACTIVE);
        assertThat(left()).isEqualTo(1);
        Held rest = seen();
        clock.advance(Duration.ofSeconds(1));
        hold();
        decide(false, rest);
        assertThat(left()).isEqualTo(1);
    }

    @Test
    void whatIsDecidedTwiceIsInTheJournalOnce() {
        hold();
        Held seen = seen();
        decide(false, seen);
        decide(false, seen);
        decide(true, seen);
        assertThat(entries("gateway.annulments-discarded")).hasSize(1);
        assertThat(entries("gateway.annulments-carried-out")).isEmpty();
    }

    private Token hold() {
        MacAddress guest = TestContracts.device();
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst());
        activation.activate(hotel.id(), token.code(), guest);
        allowance.holdBack(GatewayCaller.of(atCafe.gateway()), token, guest);
        return token;
    }

    private Held seen() {
        List<Held> all = new ArrayList<>();
        ActingAs.administrator(() -> all.addAll(heldAnnulments.all()));
        return all.stream()
                .filter(one -> one.gateway().equals(atCafe.gateway().id()))
                .findFirst()
                .orElseThrow();
    }

    private void decide(boolean carryOut, Held held) {
        ActingAs.administrator(() -> {
            if (carryOut) {
                heldAnnulments.carryOut(held);
            } else {
                heldAnnulments.discard(held);
            }
        });
    }

    private TokenState state(Token token) {
        return contracts
                .asOwner(hotel, () -> tokens.get(hotel.id(), token.id()))
                .state(clock.instant());
    }

    private int left() {
        return jdbc.sql("select count(*) from held_annulment where gateway_id = ?")
                .param(atCafe.gateway().id().value())
                .query(Integer.class)
                .single();
    }

    private List<String> entries(String action) {
        return jdbc.sql("select details from journal where subject = ? and action = ?")
                .params(atCafe.gateway().id().value(), action)
                .query(String.class)
                .list();
    }
}
