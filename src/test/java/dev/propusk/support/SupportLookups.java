package dev.propusk.support;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.security.ActingAs;
import dev.propusk.security.PanelUser;
import dev.propusk.support.Reason.Kind;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Devices, tokens and networks that support looks for. */
@PropuskTest
abstract class SupportLookups {
    static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Annulments ending;

    @Autowired
    Lookup lookup;

    @Autowired
    Diagnosis diagnosis;

    @Autowired
    TestGateways gateways;

    @Autowired
    JdbcClient jdbc;

    Contract hotel;

    PanelUser support;

    MacAddress device;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        support = contracts.user(contracts.support());
        device = TestContracts.device();
    }

    List<Kind> why(@Nullable MacAddress mac, @Nullable TokenCode code) {
        return asSupport(() -> diagnosis.why(mac, code, hotel.number())).stream()
                .map(Reason::kind)
                .toList();
    }

    Token generate(Reuse reuse) {
        return generate(new Uses(reuse, null), Limits.NONE);
    }

    Token generate(Uses uses, Limits limits) {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, uses, Term.ofDays(1), null, null, limits))
                        .tokens()
                        .getFirst());
    }

    Token activated(Reuse reuse) {
        return activation.activate(hotel.id(), generate(reuse).code(), device);
    }

    Question question(String text, @Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        return new Question(text, null, from, to, IRKUTSK, "письмо № 17");
    }

    LookupAnswer ask(String text) {
        return ask(text, null, null);
    }

    LookupAnswer ask(String text, @Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        return asSupport(() -> lookup.ask(question(text, from, to)));
    }

    <T> T asSupport(Supplier<T> event) {
        return ActingAs.user(support, event);
    }

    static boolean done(Runnable event) {
        event.run();
        return true;
    }
}
