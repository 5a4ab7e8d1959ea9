package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.StatementCount;
import dev.propusk.StatementCount.Counted;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.online.NetworkSession;
import dev.propusk.gateway.online.NetworkSessions;
import dev.propusk.gateway.online.SessionFilter;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.list.Place;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is online in a network, found in any spelling, however many there are. */
class NetworkSessionsTest extends SessionsOnTheDatabase {
    private static final int MANY = 100_000;
    private static final Sorting<NetworkSession> NEWEST = Sorting.first(NetworkSessions.BY_START);

    @Autowired
    NetworkSessions online;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Annulments annulments;

    @Autowired
    StatementCount count;

    @Test
    void aDeviceIsFoundByItsMacItsCodeItsNoteAndItsAddressHoweverTheyAreWritten() {
        Token token = letIn("№ 12 у лифта");
        hear(Kind.START, "1", null, "10.5.50.77", "2001:db8::77");
        List<String> spellings = List.of(
                device.toString(),
                device.toString().replace(':', '-').toLowerCase(Locale.ROOT),
                device.toString().replace(":", ""),
                token.code().value(),
                token.code().grouped(),
                "№ 12",
                " У ЛИФТА ",
                "10.5.50.77",
                "2001:db8:0::77",
                "2001:DB8:0:0:0:0:0:77");
        assertThat(spellings).allSatisfy(text -> assertThat(sought(text)).hasSize(1));
        assertThat(List.of("10.5.50.7", "№ 13", "AC:DE:48:00:00:01", "100 000 000 000", "%"))
                .allSatisfy(text -> assertThat(sought(text)).as(text).isEmpty());
    }

    @Test
    void nobodyFindsWhatIsInAnotherNetwork() {
        Token token = letIn("№ 12");
        hear(Kind.START, "1", null, "10.5.50.78");
        Contract cafe = contracts.open();
        for (String text : List.of(device.toString(), token.code().value(), "№ 12", "10.5.50.78", "")) {
            assertThat(contracts.asOwner(cafe, () -> told.found(cafe.id(), new SessionFilter(false, text))))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void theTokenBehindIsTheOneThatHeldAtThatTime() {
        Token first = letIn("first");
        hear(Kind.START, "1", null);
        clock.advance(Duration.ofMinutes(10));
        hear(Kind.STOP, "1", Duration.ofMinutes(10));
        clock.advance(Duration.ofMinutes(1));
        contracts.asOwner(hotel, () -> annulments.annul(hotel.id(), first.id(), false));
        clock.advance(Duration.ofHours(1));
        hear(Kind.START, "2", null);
        clock.advance(Duration.ofMinutes(1));
        Token second = letIn("second");
        assertThat(sought(""))
                .extracting(row -> row.token().flatMap(Token::note))
                .containsExactly(Optional.of("second"));
        assertThat(contracts.asOwner(hotel, () -> told.found(hotel.id(), SessionFilter.ALL)))
                .extracting(row -> row.token().map(Token::id))
                .containsExactly(Optional.of(second.id()), Optional.of(first.id()));
    }

    @Test
    void whoHasNoTokenIsThereWithoutOneAndWhoHasGoneIsNotOnline() {
        hear(Kind.START, "1", null, "10.5.50.79");
        assertThat(sought("10.5.50.79")).allSatisfy(row -> {
            assertThat(row.token()).isEmpty();
            assertThat(row.live(clock.instant())).isEmpty();
        });
        hear(Kind.STOP, "1", Duration.ZERO);
        assertThat(sought("10.5.50.79")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageReadsItsOwnRowsOnlyOfAHundredThousandThatAreOnline(boolean onlineOnly) {
        fill();
        SessionFilter filter = new SessionFilter(onlineOnly, "");
        contracts.asOwner(hotel, () -> {
            Counted first = count.during(() -> assertThat(page(filter, 0, null)).hasSize(50));
            assertThat(first.statements()).isEqualTo(3);
            assertThat(first.rows()).isLessThan(400);
            NetworkSession last = page(filter, 0, null).getLast();
            Place place = NEWEST.place(last, last.session().id());
            Counted next =
                    count.during(() -> assertThat(page(filter, 50, place)).hasSize(50));
            assertThat(next.rows()).isLessThan(400);
            MacAddress one = last.session().device();
            Counted sought = count.during(() -> assertThat(page(new SessionFilter(onlineOnly, one.toString()), 0, null))
                    .hasSize(1));
            assertThat(sought.rows()).isLessThan(400);
            return true;
        });
    }

    private List<NetworkSession> page(SessionFilter filter, int offset, @Nullable Place after) {
        return online.page(hotel.id(), filter, new Span<>(NEWEST, offset, 50, after));
    }

    private List<NetworkSession> sought(String text) {
        return contracts.asOwner(hotel, () -> told.found(hotel.id(), new SessionFilter(true, text)));
    }

    private Token letIn(String note) {
        return contracts.asOwner(hotel, () -> {
            Token token = generation
                    .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, note, null))
                    .tokens()
                    .getFirst();
            activation.activate(hotel.id(), token.code(), device);
            return token;
        });
    }

    private void fill() {
        jdbc.sql("""
                        insert into device_session (id, contract_id, gateway_id, acct_session_id, mac, station,
                            started_at, started_by, seen_at)
                        select uuid(), :contract, :gateway, seq, unhex(lpad(hex(0x025000000000 + seq), 12, '0')), '',
                            date_sub(:now, interval seq second), 'SAID', :now
                        from seq_1_to_\
                        """ + MANY)
                .param("contract", hotel.id().value())
                .param("gateway", gateway.gateway().value())
                .param("now", InstantConverter.toUtc(clock.instant()))
                .update();
    }
}
