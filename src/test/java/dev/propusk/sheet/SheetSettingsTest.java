package dev.propusk.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetSettingsTest {
    @Test
    void instructionsKeepOnlyWhatCanBeSeen() {
        assertThat(with("  Спросите\u202E пароль\u0000 \r\n\r\n\t\n у\u200B стойки  ")
                        .instructions())
                .isEqualTo("Спросите пароль\nу стойки");
        assertThat(with(" \n\u200B\n ").instructions()).isNull();
    }

    @Test
    void instructionsHaveAtMostFiveLinesAndThreeHundredCharacters() {
        assertThat(with("1\n2\n3\n\n4\n5").instructions()).isEqualTo("1\n2\n3\n4\n5");
        assertThat(with("😀".repeat(300)).instructions()).hasSize(600);
        assertThatThrownBy(() -> with("1\n2\n3\n4\n5\n6"))
                .isInstanceOfSatisfying(
                        InvalidSheetSettingsException.class,
                        e -> assertThat(e.field()).isEqualTo("instructions"));
        assertThatThrownBy(() -> with("ш".repeat(301))).isInstanceOf(InvalidSheetSettingsException.class);
        assertThat(SheetSettings.mayBeInstructions("ш".repeat(301))).isFalse();
        assertThat(SheetSettings.mayBeInstructions("ш".repeat(300) + "\u200B")).isTrue();
    }

    private static SheetSettings with(@Nullable String instructions) {
        SheetSettings usual = SheetSettings.DEFAULT;
        return new SheetSettings(
                usual.language(), instructions, true, usual.paper(), true, usual.order(), usual.receiptStub());
    }
}
