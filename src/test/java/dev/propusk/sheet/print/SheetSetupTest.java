package dev.propusk.sheet.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.contract.Contract;
import dev.propusk.sheet.SavedSheetSettings;
import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetPaper;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.SheetSort;
import dev.propusk.sheet.draw.Coupons;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Who changes a sheet's settings, and what is told of it. */
class SheetSetupTest extends HotelsSheets {
    @Test
    void theSettingsAreTheOwnersAlone() {
        Contract cafe = contracts.open();
        assertThatThrownBy(() -> contracts.asOperator(hotel, () -> setup.of(hotel.id())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> setup.change(hotel.id(), SheetSettings.DEFAULT, 0)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> contracts.asOperator(hotel, () -> sheets.sample(hotel.id(), SheetSettings.DEFAULT)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void ofTwoOwnersWhoChangeTheSettingsAtOnceTheSecondIsTold() {
        SheetSettings english = Coupons.in(SheetLanguage.ENGLISH, SheetPaper.LETTER);
        SavedSheetSettings saved = contracts.asOwner(hotel, () -> setup.change(hotel.id(), english, 0));

        assertThat(saved).isEqualTo(new SavedSheetSettings(english, 1));
        for (int seen : new int[] {0, 2}) {
            assertThatThrownBy(
                            () -> contracts.asOwner(hotel, () -> setup.change(hotel.id(), SheetSettings.DEFAULT, seen)))
                    .isInstanceOf(ChangedMeanwhileException.class);
        }
        assertThat(contracts.asOwner(hotel, () -> setup.of(hotel.id()))).isEqualTo(saved);
        assertThat(contracts
                        .asOwner(hotel, () -> setup.change(hotel.id(), SheetSettings.DEFAULT, 1))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void changedSettingsStandInTheJournal() {
        String text = "Спросите у стойки\nзвоните 9";
        SheetSettings settings =
                new SheetSettings(SheetLanguage.BOTH, text, false, SheetPaper.RECEIPT, false, SheetSort.CODE, false);
        contracts.asOwner(hotel, () -> setup.change(hotel.id(), settings, 0));

        assertThat(contracts.asOwner(hotel, () -> setup.of(hotel.id())).settings())
                .isEqualTo(settings);
        assertThat(journal("sheet.settings-changed")).singleElement().asString().contains("RECEIPT", "звоните 9");
    }
}
