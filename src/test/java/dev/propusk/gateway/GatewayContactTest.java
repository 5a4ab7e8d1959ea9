package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.contact.Contact;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.contact.Counted;
import dev.propusk.gateway.contact.GatewayState;
import dev.propusk.gateway.contact.GatewayStates;
import dev.propusk.gateway.contact.Sender;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Token;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a gateway's page says of its contact, by the packets that the real FreeRADIUS passes on. */
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class GatewayContactTest extends RadiusByKey {
    @Autowired
    Contacts contacts;

    @Autowired
    GatewayStates states;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Contract hotel;
    private Keyed gateway;

    /** Some time after whatever other tests sent. */
    @BeforeEach
    void addAGateway() {
        clock.advance(Duration.ofMinutes(1));
        hotel = contracts.open();
        gateway = gateways.add(hotel, gateway("hotel-gw", address, SECRET));
    }

    @Test
    void eachAnswerIsCountedWithItsReasonAndTheLastIsNamedWithWhereItCameFrom() throws Exception {
        start("http://127.0.0.1:" + port, key());
        assertThat(state().isHeard()).isFalse();
        Token token = generate(hotel);
        send(packet("hotel-gw", device.toString(), device), SECRET);
        login("hotel-gw", token, SECRET);
        send(packet("hotel-gw", token.code().value(), TestContracts.device()), SECRET);
        send(packet("hotel-gw", "100000000000", device), SECRET);
        send(packet("hotel-gw", "guest", device), SECRET);
        send(packet("hotel-gw", "guest", device).replace("Calling-Station-Id", "Filter-Id"), SECRET);
        send(packet("other-gw", token.code().value(), device), SECRET);
        account("hotel-gw", SECRET);
        contracts.suspend(hotel.id());
        send(packet("hotel-gw", device.toString(), device), SECRET);
        GatewayState now = state();
        Map<Contact, Integer> today = new EnumMap<>(Contact.class);
        now.counted().forEach(one -> today.put(one.contact(), one.today()));
        assertThat(today)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Contact.NO_TOKEN, 1,
                        Contact.LET_IN, 1,
                        Contact.ENDED_CODE, 1,
                        Contact.UNKNOWN_CODE, 1,
                        Contact.NO_CODE, 1,
                        Contact.NO_DEVICE, 1,
                        Contact.REPORTED, 1,
                        Contact.SUSPENDED, 1,
                        Contact.SECRET_ASKED, 1));
        assertThat(now.question().map(Counted::sender)).contains(new Sender(address, "hotel-gw"));
        assertThat(now.report().map(Counted::sender)).contains(new Sender(address, "hotel-gw"));
        assertThat(now.online()).isOne();
        assertThat(now.strangers())
                .as("the name that fits nobody")
                .anyMatch(one ->
                        one.refusal() == Refusal.NO_SIGN && one.nasIdentifier().equals(Optional.of("other-gw")));
        assertThat(now.equipment()).extracting(one -> one.source()).containsExactly(address);
    }

    @Test
    void aPacketThatFreeRadiusCannotReadIsToldByWhatDidNotFollow() throws Exception {
        start("http://127.0.0.1:" + port, key());
        assertThat(login("hotel-gw", generate(hotel), "not-the-secret")).contains("No reply from server");
        assertThat(state().unreadable(clock.instant())).as("it may still come").isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(state().unreadable(clock.instant())).isPresent();
        assertThat(login("hotel-gw", generate(hotel), SECRET)).contains("Received Access-Accept");
        assertThat(state().unreadable(clock.instant())).isEmpty();
    }

    @Test
    void aKeyThatWasReplacedIsKnownAndOneThatComesFromElsewhereToo() throws Exception {
        String before = gateway.key().value();
        Keyed renewed = ActingAs.administrator(() -> gatewayService.renewKey(
                hotel.id(), gateway.gateway().id(), gateway.gateway().version()));
        assertThat(connect(before)).isEqualTo(401);
        assertThat(state().oldKey()).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(connect(renewed.key().value())).isEqualTo(200);
        assertThat(state().oldKey()).as("the new one is in use").isEmpty();
        jdbc.sql("insert into gateway_key_addresses (gateway_id, addresses) values (?, '203.0.113.0/24')")
                .param(gateway.gateway().id().value())
                .update();
        ActingAs.administrator(() -> gatewayService.renewKey(
                hotel.id(), gateway.gateway().id(), renewed.gateway().version()));
        assertThat(connect("gk_nobodys")).isEqualTo(401);
        assertThat(ActingAs.administrator(() -> refused.latest())).anyMatch(one -> one.refusal() == Refusal.WRONG_KEY);
        assertThat(state().refused())
                .extracting(Counted::contact)
                .containsExactlyInAnyOrder(Contact.OLD_KEY, Contact.NO_TOKEN);
    }

    @Test
    void minutesAndDaysAreCountedByThemselvesWhicheverNodeAdds() {
        note(3);
        note(2);
        assertThat(counted())
                .extracting(Counted::aMinute, Counted::today, Counted::yesterday)
                .containsExactly(0, 5, 0);
        clock.advance(Duration.ofMinutes(1));
        assertThat(counted().aMinute()).isEqualTo(5);
        note(1);
        assertThat(counted()).extracting(Counted::aMinute, Counted::today).containsExactly(5, 6);
        clock.advance(Duration.ofMinutes(2));
        assertThat(counted().aMinute()).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(counted()).extracting(Counted::today, Counted::yesterday).containsExactly(0, 6);
        note(1);
        assertThat(counted()).extracting(Counted::today, Counted::yesterday).containsExactly(1, 6);
        clock.advance(Duration.ofDays(2));
        assertThat(counted()).extracting(Counted::today, Counted::yesterday).containsExactly(0, 0);
    }

    @Test
    void anOwnerLearnsWhenTheOwnGatewaysWereHeardAndNothingOfOthers() {
        note(1);
        Contract cafe = contracts.open();
        assertThat(contracts.asOwner(hotel, () -> states.lastHeard(hotel.id())))
                .containsOnlyKeys(gateway.gateway().id());
        assertThat(contracts.asOwner(cafe, () -> states.lastHeard(cafe.id()))).isEmpty();
        assertThat(ActingAs.administrator(
                        () -> states.find(cafe.id(), gateway.gateway().id())))
                .isEmpty();
    }

    private void note(int times) {
        for (int i = 0; i < times; i++) {
            contacts.note(
                    hotel.id(), gateway.gateway().id(), Contact.NO_TOKEN, new Sender("10.5.50.1", "x".repeat(200)));
        }
        contacts.write();
    }

    private Counted counted() {
        return state().refused().getFirst();
    }

    private GatewayState state() {
        contacts.write();
        return ActingAs.administrator(
                        () -> states.find(hotel.id(), gateway.gateway().id()))
                .orElseThrow();
    }

    private int connect(String key) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/gateway/v1/connect"))
                                .header("Authorization", "Bearer " + key)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"mac\":\"" + device + "\"}"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
