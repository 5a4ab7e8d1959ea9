package dev.propusk.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.StatementCount;
import dev.propusk.TestContracts;
import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.base.Texts;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.session.Accounting;
import dev.propusk.gateway.session.AccountingReport;
import dev.propusk.security.ActingAs;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.support.InvalidQuestionException.Fault;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class LookupTest extends SupportLookups {
    @Autowired
    GatewayKeys keys;

    @Autowired
    Accounting accounting;

    @Autowired
    StatementCount count;

    @Test
    void aDeviceIsFoundByItsMacInAnyNotationAndByItsFirstOrLastBytes() {
        Token token = activated(Reuse.SINGLE_USE);
        String digits = device.toString().replace(":", "");
        for (String notation : List.of(
                device.toString(),
                digits.toLowerCase(Locale.ROOT),
                digits.replaceAll("(.{4})(?!$)", "$1."),
                digits.substring(0, 10),
                device.toString().substring(6),
                "\u200E" + device.toString().substring(6).replace(':', '\uFF1A'),
                "*" + device.toString().substring(5))) {
            assertThat(ask(notation).findings())
                    .extracting(found -> found.token().id())
                    .contains(token.id());
        }
    }

    @Test
    void aCodeAndAContractAreFoundInEveryStateEvenDeletedAndMoved() {
        Token first = activated(Reuse.SINGLE_USE);
        MacAddress next = TestContracts.device();
        Token moved = contracts.asOwner(hotel, () -> activation.moveToNewMac(hotel.id(), first.id(), next));
        contracts.asOwner(hotel, () -> done(() -> ending.delete(hotel.id(), moved.id())));
        LookupAnswer answer = ask(first.code().grouped());
        assertThat(answer.findings())
                .extracting(found -> found.token().id())
                .containsExactlyInAnyOrder(moved.id(), first.id());
        Finding old = answer.findings().stream()
                .filter(found -> found.token().id().equals(first.id()))
                .findFirst()
                .orElseThrow();
        assertThat(old.movedTo()).isNotNull();
        assertThat(old.movedTo().mac()).contains(next);
        Finding byNewMac = ask(next.toString()).findings().getFirst();
        assertThat(byNewMac.movedFrom()).isNotNull();
        assertThat(byNewMac.token().deletedAt()).isPresent();
        assertThat(answer.doubts()).contains(Doubt.MOVED, Doubt.SEVERAL_DEVICES, Doubt.PRIVATE_MAC);
        assertThat(ask(hotel.number()).findings()).hasSize(2);
    }

    @Test
    void whoHadAnAddressAtATimeIsFoundThroughTheGatewaysSessions() {
        Token token = activated(Reuse.SINGLE_USE);
        String address = "10.77.%d.%d"
                .formatted(Math.floorMod(hotel.number().hashCode(), 250), Math.floorMod(device.hashCode(), 250));
        accounting.report(
                keys.find(gateways.add(hotel).key().value()).orElseThrow(),
                AccountingReport.of(
                        AccountingReport.Kind.START,
                        device.toString(),
                        device,
                        AddressBlock.read(address).stream().toList()));
        LookupAnswer answer = ask(address, now().minusMinutes(5), now().plusMinutes(5));
        assertThat(answer.findings()).extracting(found -> found.token().id()).containsExactly(token.id());
        assertThat(answer.findings().getFirst().sessions()).hasSize(1);
        assertThat(ask(address, now().minusDays(2), now().minusDays(1)).findings())
                .isEmpty();
    }

    @Test
    void asManyStatementsAreSentForManyAsForOne() {
        GatewayId gateway = gateways.add(hotel).gateway().id();
        Token many = generate(Reuse.MULTI_USE);
        String address = "10.78.%d.%d"
                .formatted(Math.floorMod(hotel.number().hashCode(), 250), Math.floorMod(device.hashCode(), 250));
        enter(many, gateway, address);
        StatementCount.Counted oneOfCode =
                count.during(() -> assertThat(foundBy(many.code().value())).isEqualTo(1));
        StatementCount.Counted oneAtAddress =
                count.during(() -> assertThat(foundAt(address)).isEqualTo(1));
        for (int i = 0; i < 9; i++) {
            device = TestContracts.device();
            enter(many, gateway, address);
        }
        assertThat(count.during(() -> assertThat(foundBy(many.code().value())).isEqualTo(10))
                        .statements())
                .isEqualTo(oneOfCode.statements());
        assertThat(count.during(() -> assertThat(foundAt(address)).isEqualTo(10))
                        .statements())
                .isEqualTo(oneAtAddress.statements());
    }

    @Test
    void aStopThatWasLostLeavesTheTimeWhenTheDeviceWasLastHeardOf() {
        Token token = activated(Reuse.SINGLE_USE);
        GatewayCaller gateway = keys.find(gateways.add(hotel).key().value()).orElseThrow();
        String address =
                "2001:db8:77:%x::1".formatted(Math.floorMod(hotel.number().hashCode(), 65_536));
        accounting.report(
                gateway,
                AccountingReport.of(
                        AccountingReport.Kind.START,
                        "lost",
                        device,
                        AddressBlock.read(address).stream().toList()));
        LocalDateTime heard = now();
        jdbc.sql("update device_session set ended_at = seen_at, ended_by = 'SILENCE' where mac = ?")
                .param(device.bytes())
                .update();
        clock.advance(Duration.ofHours(2));
        LookupAnswer soon = ask(address, heard.plusMinutes(2), heard.plusMinutes(3));
        assertThat(soon.findings()).extracting(found -> found.token().id()).containsExactly(token.id());
        assertThat(soon.doubts()).contains(Doubt.LAST_HEARD);
        LookupWords words = new LookupWords(new Texts(), Locale.forLanguageTag("ru"), soon);
        assertThat(words.sessions(soon.findings().getFirst())).contains("последний раз слышали", address);
        assertThat(ask(address, heard.plusHours(1), heard.plusHours(1).plusMinutes(1))
                        .findings())
                .isEmpty();
    }

    /** How many findings with a session each. */
    private long foundBy(String text) {
        return ask(text).findings().stream()
                .filter(found -> found.sessions().size() == 1)
                .count();
    }

    private long foundAt(String address) {
        return ask(address, now().minusMinutes(5), now().plusMinutes(5)).findings().stream()
                .filter(found -> found.sessions().size() == 1)
                .count();
    }

    private void enter(Token token, GatewayId gateway, String address) {
        activation.activate(hotel.id(), token.code(), device);
        jdbc.sql("""
                        insert into device_session
                            (id, contract_id, gateway_id, acct_session_id, mac, station, ip, started_at, seen_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        hotel.id().value(),
                        gateway.value(),
                        device.toString(),
                        device.bytes(),
                        device.toString(),
                        address,
                        InstantConverter.toUtc(clock.instant()),
                        InstantConverter.toUtc(clock.instant()))
                .update();
    }

    @Test
    void onlyWhatOverlapsThePeriodInTheChosenZoneIsFound() {
        LocalDateTime before = now().minusHours(2);
        activated(Reuse.SINGLE_USE);
        LocalDateTime start = now();
        clock.advance(Duration.ofDays(1).plusHours(1));
        LocalDateTime after = now();
        assertThat(ask(device.toString(), start, null).findings()).hasSize(1);
        assertThat(ask(device.toString(), before, before.plusHours(1)).findings())
                .isEmpty();
        assertThat(ask(device.toString(), before, start.plusMinutes(1)).findings())
                .hasSize(1);
        assertThat(ask(device.toString(), after, after.plusHours(1)).findings()).isEmpty();
        assertThat(ask(hotel.number(), start.plusHours(20), start.plusHours(21)).findings())
                .hasSize(1);
    }

    @Test
    void itSaysWhereAnAnswerIsWeak() {
        activated(Reuse.MULTI_USE);
        assertThat(ask(device.toString()).doubts())
                .contains(Doubt.MULTI_USE, Doubt.PRIVATE_MAC, Doubt.NO_SESSION)
                .doesNotContain(Doubt.SEVERAL_DEVICES, Doubt.MORE);
    }

    @Test
    void aReasonIsRequiredAndStandsInTheJournal() {
        assertFault(new Question(device.toString(), null, null, null, IRKUTSK, " "), Fault.REASON);
        assertFault(question("zz", null, null), Fault.TEXT);
        assertFault(question("abc", null, null), Fault.TEXT);
        assertFault(question("10.0.0.7", null, null), Fault.ADDRESS_NEEDS_TIME);
        assertFault(new Question(device.toString(), "no-such", null, null, IRKUTSK, "№ 1"), Fault.CONTRACT);
        assertFault(question(device.toString(), now(), now().minusMinutes(5)), Fault.PERIOD);
        ask(device.toString());
        assertThat(jdbc.sql("select details from journal where actor = ? order by at desc, id desc limit 1")
                        .param(support.getUsername())
                        .query(String.class)
                        .single())
                .contains("письмо № 17", device.toString(), "\"found\":0");
    }

    @Test
    void nobodyButSupportLooksAcrossContracts() {
        Question question = question(device.toString(), null, null);
        for (Role role : List.of(Role.OWNER, Role.OPERATOR)) {
            PanelUser user = contracts.user(contracts.login(hotel, role));
            assertThatThrownBy(() -> ActingAs.user(user, () -> lookup.ask(question)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> ActingAs.user(user, () -> diagnosis.why(device, null, null)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> ActingAs.administrator(() -> lookup.ask(question)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), IRKUTSK);
    }

    private void assertFault(Question question, Fault fault) {
        assertThatThrownBy(() -> asSupport(() -> lookup.ask(question)))
                .isInstanceOfSatisfying(
                        InvalidQuestionException.class,
                        e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
