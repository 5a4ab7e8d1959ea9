package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressListTest {
    private static final AddressList LIST = AddressList.parse("203.0.113.0/24; 198.51.100.7\n2001:db8::/32");

    @Test
    void itAdmitsWhatLiesInOneOfItsRangesAndNothingElse() {
        assertThat(LIST.admits("203.0.113.255")).isTrue();
        assertThat(LIST.admits("198.51.100.7")).isTrue();
        assertThat(LIST.admits("2001:db8:ffff::1")).isTrue();
        assertThat(LIST.admits("198.51.100.8")).isFalse();
        assertThat(LIST.admits("2001:db9::1")).isFalse();
        assertThat(LIST.admits("")).isFalse();
        assertThat(LIST.admits("localhost")).isFalse();
    }

    @Test
    void nothingMeansEverywhere() {
        assertThat(AddressList.parse(null)).isEqualTo(AddressList.EVERYWHERE);
        assertThat(AddressList.parse(" , ")).isEqualTo(AddressList.EVERYWHERE);
        assertThat(AddressList.EVERYWHERE.admits("192.0.2.1")).isTrue();
        assertThat(AddressList.EVERYWHERE.stored()).isNull();
    }

    @Test
    void whatIsStoredIsReadAsTheSame() {
        assertThat(AddressList.parse(LIST.stored())).isEqualTo(LIST);
    }

    @Test
    void peopleReadItAsTheyWriteItAndTheDatabaseAsItWasKept() {
        AddressList list = AddressList.parse("0:0:0:0:0:0:0:1, 198.51.100.7/32, 2001:DB8:0:0::/48, 203.0.113.9/24");
        assertThat(list).hasToString("::1, 198.51.100.7, 2001:db8::/48, 203.0.113.0/24");
        assertThat(list.stored())
                .isEqualTo("0:0:0:0:0:0:0:1/128, 198.51.100.7/32, 2001:db8:0:0:0:0:0:0/48, 203.0.113.0/24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "203.0.113.0/33", "203.0.113", "203.0.113.0/", "10.0.0.0/8, ::g"})
    void whatIsNoRangeIsRefused(String text) {
        assertThat(AddressList.isOne(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> AddressList.parse(text));
    }

    @Test
    void thereAreAtMostTwentyAndTheLongestFit() {
        String longest = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128 ";
        assertThat(AddressList.parse(longest.repeat(20)).stored()).hasSizeLessThan(1_000);
        assertThat(AddressList.isOne(longest.repeat(21))).isFalse();
    }
}
