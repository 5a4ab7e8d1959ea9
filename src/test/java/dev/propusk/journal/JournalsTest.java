package dev.propusk.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.base.Csv;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.security.ActingAs;
import dev.propusk.security.PanelUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@PropuskTest
class JournalsTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    Journal journals;

    @Autowired
    Texts texts;

    @Test
    void anOwnerReadsTheirContractsEntriesAndNobodyElses() {
        Contract hotel = contracts.open();
        Contract cafe = contracts.open();
        List<JournalEntry> own = contracts.asOwner(hotel, () -> journals.page(hotel.id(), JournalFilter.ALL, 0, 100));
        assertThat(own).isNotEmpty().allMatch(entry -> hotel.id().equals(entry.contract()));
        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> journals.page(hotel.id(), JournalFilter.ALL, 0, 100)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> contracts.asOperator(hotel, () -> journals.count(hotel.id(), JournalFilter.ALL)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> contracts.asOwner(hotel, () -> journals.countAcrossContracts(JournalFilter.ALL)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void supportReadsEverythingAndNarrowsItDown() {
        Contract hotel = contracts.open();
        PanelUser support = contracts.user(contracts.support());
        JournalFilter opened = new JournalFilter(null, null, null, "contract.", null, hotel.number());
        assertThat(ActingAs.user(support, () -> journals.pageAcrossContracts(opened, 0, 10)))
                .extracting(JournalEntry::action)
                .containsExactly("contract.opened");
        JournalFilter nobody = new JournalFilter(null, null, "nobody", null, null, null);
        assertThat(ActingAs.user(support, () -> journals.countAcrossContracts(nobody)))
                .isZero();
    }

    @Test
    void whatIsTakenAwayCanNotActAsAFormulaAndStandsInTheJournal() {
        String text = new Csv(';').table(List.of("=1+1", "a;\"b\"", "-5", "№ 12"), List.of());
        assertThat(text).isEqualTo("\uFEFF'=1+1;\"a;\"\"b\"\"\";'-5;№ 12\r\n");
        Contract hotel = contracts.open();
        contracts.asOwner(hotel, () -> journals.export(hotel.id(), JournalFilter.ALL));
        assertThat(contracts.asOwner(hotel, () -> journals.page(hotel.id(), JournalFilter.ALL, 0, 1)))
                .extracting(JournalEntry::action)
                .containsExactly("journal.exported");
    }

    @Test
    void everyDeedIsToldAsASentence() throws IOException {
        Pattern action = Pattern.compile("String action\\(\\) \\{\\s*return \"([a-z.-]+[a-z])\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> actions = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> action.matcher(read(file)).results().map(found -> found.group(1)))
                    .toList();
            assertThat(actions).hasSizeGreaterThan(10);
            for (Locale language : List.of(Texts.RUSSIAN, Texts.ENGLISH)) {
                assertThat(actions)
                        .filteredOn(
                                found -> texts.get(language, "journal." + found).startsWith("!"))
                        .isEmpty();
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
