package dev.propusk.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void whatCannotBeSeenIsLeftOut() {
        assertThat(PrintableText.of("Po\u0000lar\u202E\u2066-\u200BSt\u00ADar\uFEFF\uFE0F"))
                .isEqualTo("Polar-Star");
    }

    @Test
    void aTextStaysOnOneLine() {
        assertThat(PrintableText.of("  room\r\n\t12\u00A0\u202F\u2028 b ")).isEqualTo("room 12 b");
    }

    @Test
    void aCharacterThatTheFontLacksIsSeenToBeMissing() {
        assertThat(PrintableText.of("Кафе 😀 中 №")).isEqualTo("Кафе ◊ ◊ №");
    }

    @Test
    void lettersAndTheirMarksArePutTogether() {
        assertThat(PrintableText.of("И\u0306Е\u0308")).isEqualTo("ЙЁ");
    }
}
