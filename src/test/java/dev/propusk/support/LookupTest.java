package dev.propusk.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.PropuskTest;
import dev.propusk.StatementCount;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.session.Accounting;
import dev.propusk.gateway.session.AccountingReport;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Attempt.Source;
import dev.propusk.identification.Identification;
import dev.propusk.identification.Slowdown;
import dev.propusk.identification.Slowdown.Whose;
import dev.propusk.identification.TooManyGuessesException;
import dev.propusk.security.ActingAs;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.support.InvalidQuestionException.Fault;
import dev.propusk.support.Reason.Kind;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PropuskTest
class LookupTest {
    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");

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
    Identification identification;

    @Autowired
    Certificates certificates;

    @Autowired
    TestGateways gateways;

    @Autowired
    GatewayKeys keys;

    @Autowired
    Accounting accounting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCount count;

    private Contract hotel;
    private PanelUser support;
    private MacAddress device;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        support = contracts.user(contracts.support());
        device = TestContracts.device();
    }

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

    @Test
    void aTokenThatWasChangedPastTheApplicationIsToldInTheAnswerAndOnTheCertificate() throws Exception {
        Token token = activated(Reuse.SINGLE_USE);
        Token moved =
                contracts.asOwner(hotel, () -> activation.moveToNewMac(hotel.id(), token.id(), TestContracts.device()));
        assertThat(ask(token.code().grouped()).findings())
                .hasSize(2)
                .allMatch(found -> found.contradictions().isEmpty());
        MacAddress other = TestContracts.device();
        jdbc.sql("update token set mac = ? where id = ?")
                .params(other.bytes(), moved.id().value())
                .update();
        LookupAnswer answer = ask(other.toString());
        assertThat(answer.findings())
                .singleElement()
                .satisfies(found -> assertThat(found.contradictions())
                        .containsExactly(new Contradiction(
                                Contradiction.Kind.DEVICE,
                                other.toString(),
                                moved.mac().orElseThrow().toString())));
        String said = "Token " + token.code().grouped() + ": the database names the device " + other;
        assertThat(new LookupWords(new Texts(), Locale.ENGLISH, answer)
                        .doubts(answer)
                        .getFirst())
                .startsWith(said);
    }

    @Test
    void aCertificateSaysWhatWasFoundAndIsVerifiedLater() throws Exception {
        Token token = activated(Reuse.SINGLE_USE);
        LookupAnswer answer = ask(device.toString());
        byte[] pdf = asSupport(() -> certificates.make(answer.question(), Locale.of("ru")));
        String text;
        try (var document = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isOne();
        }
        assertThat(text)
                .contains(
                        device.toString(),
                        token.code().grouped(),
                        hotel.number(),
                        "Asia/Irkutsk",
                        "письмо № 17",
                        support.getUsername(),
                        "Страница 1 из 1",
                        "придумало его само")
                .doesNotContain("!ru", "◊");
        String number = text.replaceAll("(?s).*Справка (\\d{8}-\\d{6}).*", "$1");
        String checksum = text.replaceAll("(?s).*Контрольная сумма: ([0-9a-f ]+[0-9a-f]).*", "$1");
        assertThat(asSupport(() -> certificates.verify(number, checksum)).genuine())
                .hasValueSatisfying(found -> assertThat(found.content()).contains(device.toString()));
        assertThat(asSupport(() -> certificates.verify(pdf)).genuine()).isPresent();
        byte[] changed = pdf.clone();
        changed[changed.length / 2]++;
        assertThat(asSupport(() -> certificates.verify(changed)).kind()).isEqualTo(Verdict.Kind.NO_SUCH_FILE);
        assertThat(asSupport(() -> certificates.verify("123", checksum)).kind()).isEqualTo(Verdict.Kind.NO_SUCH_NUMBER);
        assertThat(asSupport(() -> certificates.verify(number, checksum.replaceFirst(".", "g")))
                        .kind())
                .isEqualTo(Verdict.Kind.OTHER_CHECKSUM);
        jdbc.sql("update certificate set content = replace(content, ?, 'AC:DE:48:00:00:01') where number = ?")
                .params(device.toString(), number)
                .update();
        assertThat(asSupport(() -> certificates.verify(number, checksum)).kind())
                .isEqualTo(Verdict.Kind.CHANGED_HERE);
        assertThat(asSupport(() -> certificates.verify(pdf)).kind()).isEqualTo(Verdict.Kind.CHANGED_HERE);
    }

    @Test
    void aLongCertificateNumbersItsPages() throws Exception {
        for (int i = 0; i < 5; i++) {
            device = TestContracts.device();
            activated(Reuse.SINGLE_USE);
        }
        LookupAnswer answer = ask(hotel.number());
        byte[] pdf = asSupport(() -> certificates.make(answer.question(), Locale.ENGLISH));
        try (var document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            assertThat(new PDFTextStripper().getText(document)).contains("Page 1 of " + pages, "Page 2 of " + pages);
        }
    }

    @Test
    void whyAGuestCanNotGetInIsSaidForEveryCause() {
        Token token = activated(Reuse.SINGLE_USE);
        assertThat(why(device, null)).containsExactly(Kind.IDENTIFIED);
        assertThat(why(null, token.code())).containsExactly(Kind.USED_BY_ANOTHER_DEVICE);
        assertThat(why(TestContracts.device(), token.code())).containsExactly(Kind.USED_BY_ANOTHER_DEVICE);
        assertThat(why(TestContracts.device(), null)).containsExactly(Kind.NEVER_SEEN);
        assertThat(why(null, generate(Reuse.SINGLE_USE).code())).containsExactly(Kind.WOULD_BE_ACCEPTED);
        assertThat(why(null, TokenCode.read("100000000000").orElseThrow())).containsExactly(Kind.UNKNOWN_CODE);
        Contract cafe = contracts.open();
        assertThat(asSupport(() -> diagnosis.why(device, null, cafe.number())))
                .extracting(Reason::kind)
                .containsExactly(Kind.WRONG_NETWORK);
        contracts.suspend(hotel.id());
        assertThat(why(null, token.code())).containsExactly(Kind.CONTRACT_NOT_OPEN);
        contracts.resume(hotel.id());
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), token.id(), false));
        assertThat(why(device, null)).containsExactly(Kind.ENDED);
        contracts.asOwner(hotel, () -> done(() -> ending.delete(hotel.id(), token.id())));
        assertThat(why(device, token.code())).containsExactly(Kind.DELETED);
        Token many = generate(Reuse.MULTI_USE);
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), many.id(), true));
        assertThat(why(null, many.code())).containsExactly(Kind.CODE_ENDED);
    }

    @Test
    void aDeviceThatMayNotTryNowIsToldUntilWhen() {
        Token token = generate(Reuse.SINGLE_USE);
        Attempt attempt = Attempt.atGateway(hotel.id(), UUID.randomUUID(), device);
        TokenCode wrong = TokenCode.read("100000000000").orElseThrow();
        for (int i = 0; i < 15; i++) {
            assertThatThrownBy(() -> identification.identify(attempt, wrong))
                    .isInstanceOf(CodeNotAcceptedException.class);
        }
        assertThatThrownBy(() -> identification.identify(attempt, token.code()))
                .isInstanceOf(TooManyGuessesException.class);
        List<Reason> reasons = asSupport(() -> diagnosis.why(device, token.code(), null));
        assertThat(reasons).extracting(Reason::kind).containsExactly(Kind.SLOWED_DOWN, Kind.WOULD_BE_ACCEPTED);
        assertThat(reasons.getFirst().slowdown())
                .isEqualTo(new Slowdown(
                        Source.GATEWAY, Whose.DEVICE, clock.instant().plus(Duration.ofMinutes(2))));
        clock.advance(Duration.ofMinutes(2));
        assertThat(why(device, token.code())).containsExactly(Kind.WOULD_BE_ACCEPTED);
    }

    @Test
    void aNetworkInWhichSomebodyGuessesIsNamedAndWhoIsIdentifiedIsNotHeldUp() {
        Token token = activated(Reuse.SINGLE_USE);
        Token other = generate(Reuse.SINGLE_USE);
        GatewayId gateway = gateways.add(hotel).gateway().id();
        for (String budget : List.of(
                "gateway " + gateway,
                "contract GATEWAY " + hotel.id(),
                "contract OPEN_PAGE " + hotel.id(),
                "open-pages")) {
            jdbc.sql("replace into guessing_budget (id, remaining, at) values (?, 0, ?)")
                    .params(budget, InstantConverter.toUtc(clock.instant()))
                    .update();
        }
        try {
            assertThat(asSupport(() -> diagnosis.why(null, other.code(), null)))
                    .extracting(Reason::slowdown)
                    .filteredOn(Objects::nonNull)
                    .extracting(Slowdown::whose)
                    .containsExactly(Whose.CONTRACT, Whose.CONTRACT, Whose.GATEWAY, Whose.OPEN_PAGES);
            assertThat(why(device, token.code())).startsWith(Kind.IDENTIFIED, Kind.SLOWED_DOWN);
        } finally {
            jdbc.sql("delete from guessing_budget").update();
        }
    }

    @Test
    void aDeviceThatAnotherNetworkEndedMayEnterAMultiUseCodeAgain() {
        Token many = generate(Reuse.MULTI_USE);
        activation.activate(hotel.id(), many.code(), device);
        jdbc.sql("update token set state = 'ANNULLED', annulled_at = ?, annulment = 'OTHER_NETWORK' where mac = ?")
                .params(InstantConverter.toUtc(clock.instant()), device.bytes())
                .update();
        assertThat(why(device, many.code())).containsExactly(Kind.WOULD_BE_ACCEPTED);
        jdbc.sql("update token set annulment = 'BY_HAND' where mac = ?")
                .param(device.bytes())
                .update();
        assertThat(why(device, many.code())).containsExactly(Kind.ENDED);
    }

    private List<Kind> why(@Nullable MacAddress mac, @Nullable TokenCode code) {
        return asSupport(() -> diagnosis.why(mac, code, hotel.number())).stream()
                .map(Reason::kind)
                .toList();
    }

    private Token generate(Reuse reuse) {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, reuse, Term.ofDays(1), null, null))
                        .tokens()
                        .getFirst());
    }

    private Token activated(Reuse reuse) {
        return activation.activate(hotel.id(), generate(reuse).code(), device);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), IRKUTSK);
    }

    private Question question(String text, @Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        return new Question(text, null, from, to, IRKUTSK, "письмо № 17");
    }

    private LookupAnswer ask(String text) {
        return ask(text, null, null);
    }

    private LookupAnswer ask(String text, @Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        return asSupport(() -> lookup.ask(question(text, from, to)));
    }

    private void assertFault(Question question, Fault fault) {
        assertThatThrownBy(() -> asSupport(() -> lookup.ask(question)))
                .isInstanceOfSatisfying(
                        InvalidQuestionException.class,
                        e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private <T> T asSupport(Supplier<T> event) {
        return ActingAs.user(support, event);
    }

    private static boolean done(Runnable event) {
        event.run();
        return true;
    }
}
