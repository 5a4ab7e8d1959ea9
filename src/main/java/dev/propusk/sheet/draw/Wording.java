package dev.propusk.sheet.draw;

import dev.propusk.sheet.PrintableText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the sheet says in all its languages.
 *
 * @param languages at least one; the first speaks where there is room for one only
 * @param instructions the owner's own, in place of the usual steps
 */
record Wording(List<SheetWords> languages, @Nullable String instructions) {
    SheetWords first() {
        return languages.getFirst();
    }

    /** On one line: {@code ФИО / Name}; once where all say the same. */
    String joined(Function<SheetWords, String> said) {
        return each(said).stream().collect(Collectors.joining(" / "));
    }

    /** A line for each language; one where all say the same. */
    List<String> each(Function<SheetWords, String> said) {
        return languages.stream().map(said).distinct().toList();
    }

    /** What the guest does; an empty line stands between the languages. */
    List<String> steps() {
        if (instructions != null) {
            return instructions.lines().map(PrintableText::of).toList();
        }
        return languages.stream()
                .map(words -> String.join("\n", words.steps()))
                .collect(Collectors.joining("\n\n"))
                .lines()
                .toList();
    }

    /** For the stub: what kind of token it is, and what the owner wrote beside it. */
    String kindAndNote(Coupon coupon) {
        String kind = joined(words -> words.shortKind(coupon));
        return note(coupon).map(note -> SheetWords.dotted(kind, note)).orElse(kind);
    }

    Optional<String> note(Coupon coupon) {
        return Optional.ofNullable(coupon.note()).map(PrintableText::of).filter(note -> !note.isEmpty());
    }
}
