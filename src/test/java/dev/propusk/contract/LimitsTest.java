package dev.propusk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.base.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static final Texts TEXTS = new Texts();

    @ParameterizedTest
    @CsvSource({
        "63, , , , downKbit",
        "1000001, , , , downKbit",
        ", 63, , , upKbit",
        ", , 0, , idleMinutes",
        ", , 1441, , idleMinutes",
        ", , , 0, trafficMegabytes",
        ", , , 1000001, trafficMegabytes"
    })
    void whatIsOutOfRangeIsRefusedByName(Integer down, Integer up, Integer idle, Integer traffic, String field) {
        assertThatThrownBy(() -> new Limits(down, up, idle, traffic))
                .isInstanceOfSatisfying(
                        InvalidContractException.class,
                        e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void aTokensOwnLimitsComeBeforeTheNetworks() {
        Limits network = new Limits(10_000, 2_000, 30, 5_000);
        assertThat(new Limits(20_000, null, null, 1).or(network)).isEqualTo(new Limits(20_000, 2_000, 30, 1));
        assertThat(Limits.NONE.or(network)).isEqualTo(network);
        assertThat(network.or(Limits.NONE)).isEqualTo(network);
        assertThat(new Limits(null, null, null, 5_000).octets()).contains(5_000_000_000L);
    }

    @Test
    void theyAreSaidInWordsWithTheNumbersOfTheLanguage() {
        assertThat(words(Texts.RUSSIAN, new Limits(10_000, 10_000, 30, 1_500)))
                .containsExactly("до 10 Мбит/с", "1,5 ГБ трафика", "отключение через 30 мин без трафика");
        assertThat(words(Texts.ENGLISH, new Limits(10_000, 512, null, 2_000)))
                .containsExactly("download up to 10 Mbit/s", "upload up to 512 kbit/s", "2 GB of traffic");
        assertThat(words(Texts.RUSSIAN, new Limits(null, 2_500, null, 500)))
                .containsExactly("отправка до 2,5 Мбит/с", "500 МБ трафика");
        assertThat(words(Texts.ENGLISH, Limits.NONE)).isEmpty();
    }

    private static List<String> words(Locale language, Limits limits) {
        Amounts amounts = new Amounts(language, (key, values) -> TEXTS.get(language, key, values));
        return new LimitWords(amounts).all(limits);
    }
}
