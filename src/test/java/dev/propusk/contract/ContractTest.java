package dev.propusk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.propusk.base.Seen;
import dev.propusk.security.ContractId;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 22, as far as a contract keeps it, and what a contract is opened with. */
class ContractTest {
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final NewContract TERMS =
            new NewContract("100001", "Гостиница", "hotel", "Polar-Star-Guest", MOSCOW, true);

    private final ContractId id = ContractId.next();

    @Test
    void aContractIsOpenFromItsFirstMomentAndKeepsWhatItWasOpenedWith() {
        Contract contract = new Contract(id, TERMS, NOW);
        assertThat(contract.id()).isEqualTo(id);
        assertThat(contract.isOpen()).isTrue();
        assertThat(contract.status()).isEqualTo(ContractStatus.OPEN);
        assertThat(contract.openedAt()).isEqualTo(NOW);
        assertThat(contract.closedAt()).isEmpty();
        assertHas(contract, TERMS);
    }

    @Test
    void changingAContractReplacesAllThatItWasOpenedWith() {
        Contract contract = new Contract(id, TERMS, NOW);
        NewContract terms = new NewContract("2-B", "Кафе", "cafe", "Baikal-Free", ZoneId.of("Asia/Irkutsk"), false);
        contract.change(terms);
        assertHas(contract, terms);
    }

    @Test
    void whoeverChangesAContractSeesItAsItStands() {
        Contract contract = new Contract(id, TERMS, NOW);
        NetworkTerms network = new NetworkTerms("Кафе", "Baikal-Free", ZoneId.of("Asia/Irkutsk"));
        contract.change(contract.terms().with(network));
        NewContract now = new NewContract("100001", "Кафе", "hotel", "Baikal-Free", ZoneId.of("Asia/Irkutsk"), true);
        assertThat(contract.seen()).isEqualTo(new Seen<>(now, 0));
        assertThat(contract.seenNetwork()).isEqualTo(new Seen<>(network, 0));
    }

    private static void assertHas(Contract contract, NewContract terms) {
        assertThat(contract.number()).isEqualTo(terms.number());
        assertThat(contract.name()).isEqualTo(terms.name());
        assertThat(contract.slug()).isEqualTo(terms.slug());
        assertThat(contract.ssid()).isEqualTo(terms.ssid());
        assertThat(contract.zone()).isEqualTo(terms.zone());
        assertThat(contract.believesLinkMac()).isEqualTo(terms.believesLinkMac());
    }

    /** {@code !}: refused, and nothing has changed. */
    @ParameterizedTest
    @CsvSource({
        "OPEN, suspend, SUSPENDED",
        "OPEN, resume, !",
        "OPEN, close, CLOSED",
        "SUSPENDED, suspend, !",
        "SUSPENDED, resume, OPEN",
        "SUSPENDED, close, CLOSED",
        "CLOSED, suspend, !",
        "CLOSED, resume, !",
        "CLOSED, close, !"
    })
    void aContractIsSuspendedResumedAndClosedForGood(ContractStatus from, String verb, String outcome) {
        Contract contract = in(from);
        if (outcome.equals("!")) {
            assertThatExceptionOfType(WrongContractStatusException.class)
                    .isThrownBy(() -> apply(contract, verb))
                    .satisfies(e -> assertThat(e.status()).isEqualTo(from));
            assertThat(contract).usingRecursiveComparison().isEqualTo(in(from));
        } else {
            apply(contract, verb);
            assertThat(contract.status()).hasToString(outcome);
            assertThat(contract.isOpen()).isEqualTo(outcome.equals("OPEN"));
            assertThat(contract.closedAt().isPresent()).isEqualTo(outcome.equals("CLOSED"));
        }
    }

    private Contract in(ContractStatus status) {
        Contract contract = new Contract(id, TERMS, NOW);
        switch (status) {
            case OPEN -> {}
            case SUSPENDED -> contract.suspend();
            case CLOSED -> contract.close(NOW);
        }
        return contract;
    }

    private static void apply(Contract contract, String verb) {
        switch (verb) {
            case "suspend" -> contract.suspend();
            case "resume" -> contract.resume();
            default -> contract.close(NOW.plusSeconds(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "A-z-09", "12345678901234567890"})
    void aNumberHasUpToTwentyLettersDigitsAndDashes(String number) {
        assertThatNoException().isThrownBy(() -> terms(number, "n", "s", "w"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\", n, s, w, number",
                "123456789012345678901, n, s, w, number",
                "1/2, n, s, w, number",
                "1, \" \", s, w, name",
                "1, n, \"\", w, slug",
                "1, n, -s, w, slug",
                "1, n, S, w, slug",
                "1, n, a_b, w, slug",
                "1, n, s, \" \", ssid"
            })
    void whatIsWrongIsRefusedByItsField(String number, String name, String slug, String ssid, String field) {
        assertRefused(number, name, slug, ssid, field);
    }

    @Test
    void aNameHasAHundredCharactersASlugFortyAndANetworksNameThirtyTwoBytes() {
        assertThatNoException().isThrownBy(() -> terms("1", "я".repeat(100), "s".repeat(40), "я".repeat(16)));
        assertRefused("1", "n".repeat(101), "s", "w", "name");
        assertRefused("1", "n", "s".repeat(41), "w", "slug");
        assertRefused("1", "n", "s", "я".repeat(16) + "w", "ssid");
    }

    private static void assertRefused(String number, String name, String slug, String ssid, String field) {
        assertThatExceptionOfType(InvalidContractException.class)
                .isThrownBy(() -> terms(number, name, slug, ssid))
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }

    private static NewContract terms(String number, String name, String slug, String ssid) {
        return new NewContract(number, name, slug, ssid, MOSCOW, false);
    }
}
