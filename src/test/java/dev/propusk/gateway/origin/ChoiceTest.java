package dev.propusk.gateway.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a packet is, of all that speak from one address. */
class ChoiceTest {
    private static final Signs HOTEL = signs("Polar", "", "", 0);
    private static final Signs CAFE = signs("Baikal", "", "", 0);

    @Test
    void aloneAtItsAddressAGatewayNeedsNoSignAndWithOneHasToShowIt() {
        assertThat(choose(asked("any", "any", "", 0), Signs.NONE)).isEqualTo(Choice.of(Signs.NONE));
        assertThat(choose(asked("Polar", "", "", 0), HOTEL)).isEqualTo(Choice.of(HOTEL));
        assertThat(choose(asked("Other", "", "", 0), HOTEL)).isEqualTo(Choice.nobody(Refusal.NO_SIGN));
        assertThat(choose(asked("", "", "", 0), HOTEL)).isEqualTo(Choice.nobody(Refusal.NO_SIGN));
    }

    @Test
    void whoSharesAnAddressAndHasNoSignIsNeverMeant() {
        assertThat(choose(asked("Other", "", "", 0), HOTEL, Signs.NONE)).isEqualTo(Choice.nobody(Refusal.NO_SIGN));
        assertThat(Signs.NONE.areToldFrom(HOTEL)).isFalse();
        assertThat(HOTEL.areToldFrom(Signs.NONE)).isFalse();
    }

    @Test
    void networksOfOneControllerAreToldBySsid() {
        assertThat(choose(asked("Polar", "wlc", "", 0), HOTEL, CAFE)).isEqualTo(Choice.of(HOTEL));
        assertThat(choose(asked("Baikal", "wlc", "", 0), HOTEL, CAFE)).isEqualTo(Choice.of(CAFE));
        assertThat(choose(asked("polar", "wlc", "", 0), HOTEL, CAFE)).isEqualTo(Choice.nobody(Refusal.NO_SIGN));
    }

    @Test
    void theSsidCountsBeforeTheNameOfTheEquipmentThenTheRealmThenTheVlan() {
        Signs nas = signs("", "wlc", "", 0);
        Signs realm = signs("", "", "cafe.example", 0);
        Signs vlan = signs("", "", "", 7);
        Signs[] all = {vlan, realm, nas, HOTEL};
        assertThat(choose(asked("Polar", "wlc", "cafe.example", 7), all)).isEqualTo(Choice.of(HOTEL));
        assertThat(choose(asked("", "wlc", "cafe.example", 7), all)).isEqualTo(Choice.of(nas));
        assertThat(choose(asked("", "", "CAFE.example", 7), all)).isEqualTo(Choice.of(realm));
        assertThat(choose(asked("", "", "", 7), all)).isEqualTo(Choice.of(vlan));
        assertThat(choose(asked("", "", "", 8), all)).isEqualTo(Choice.nobody(Refusal.NO_SIGN));
    }

    @Test
    void ofTwoThatFitTheOneWithMoreSignsIsMeantAndOfEqualOnesNobody() {
        Signs exact = signs("Polar", "wlc", "", 0);
        assertThat(choose(asked("Polar", "wlc", "", 0), HOTEL, exact)).isEqualTo(Choice.of(exact));
        assertThat(choose(asked("Polar", "other", "", 0), HOTEL, exact)).isEqualTo(Choice.of(HOTEL));
        Signs same = new Signs(List.of("Polar", "Polar-5G"), List.of(), List.of(), List.of());
        assertThat(choose(asked("Polar", "", "", 0), HOTEL, same)).isEqualTo(Choice.nobody(Refusal.SEVERAL_FIT));
        assertThat(choose(asked("Polar-5G", "", "", 0), HOTEL, same)).isEqualTo(Choice.of(same));
        assertThat(HOTEL.areToldFrom(same)).isFalse();
        assertThat(HOTEL.areToldFrom(exact)).isTrue();
    }

    /** What may be saved side by side leaves no packet that two have equal right to. */
    @Test
    void whatIsToldApartIsNeverTakenForAnother() {
        List<Signs> some = some();
        List<Asked> packets = List.of("", "Polar", "Baikal").stream()
                .flatMap(ssid -> List.of("", "a", "b").stream()
                        .flatMap(nas -> List.of("", "x", "y").stream()
                                .flatMap(realm ->
                                        IntStream.of(0, 1, 2).mapToObj(vlan -> asked(ssid, nas, realm, vlan)))))
                .toList();
        for (Signs one : some) {
            for (Signs other : some) {
                boolean mistakable = packets.stream()
                        .map(packet -> Choice.among(List.of(one, other), Function.identity(), packet))
                        .anyMatch(choice -> choice.refusal()
                                .filter(Refusal.SEVERAL_FIT::equals)
                                .isPresent());
                assertThat(one.areToldFrom(other) && mistakable)
                        .as(one + " and " + other)
                        .isFalse();
                assertThat(!one.areToldFrom(other) && !mistakable && !one.areNone() && !other.areNone())
                        .as(one + " and " + other)
                        .isFalse();
            }
        }
    }

    private static List<Signs> some() {
        return List.of("", "Polar", "Baikal").stream()
                .flatMap(ssid -> List.of("", "a", "b").stream()
                        .flatMap(nas -> List.of("", "x", "y").stream()
                                .flatMap(realm ->
                                        IntStream.of(0, 1, 2).mapToObj(vlan -> signs(ssid, nas, realm, vlan)))))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "123456789012345678901234567890123", "два\nслова"})
    void aNetworksNameHasUpTo32BytesInOneLine(String ssid) {
        assertThatExceptionOfType(InvalidSignException.class)
                .isThrownBy(() -> signs(ssid, "", "", 0))
                .satisfies(e -> assertThat(e.sign()).isEqualTo(Sign.SSID));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4095})
    void aVlanIsOneOfItsNumbers(int vlan) {
        assertThatExceptionOfType(InvalidSignException.class).isThrownBy(() -> signs("", "", "", vlan));
    }

    private static Choice<Signs> choose(Asked asked, Signs... all) {
        return Choice.among(List.of(all), Function.identity(), asked);
    }

    private static Signs signs(String ssid, String nas, String realm, int vlan) {
        return new Signs(given(ssid), given(nas), given(realm), vlan == 0 ? List.of() : List.of(vlan));
    }

    private static List<String> given(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static Asked asked(String ssid, String nas, String realm, int vlan) {
        return new Asked(
                Optional.of(ssid).filter(text -> !text.isEmpty()),
                Optional.of(nas).filter(text -> !text.isEmpty()),
                Optional.of(realm).filter(text -> !text.isEmpty()),
                Optional.of(vlan).filter(number -> number > 0));
    }
}
