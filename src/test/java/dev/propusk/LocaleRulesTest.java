package dev.propusk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/**
 * A machine's locale decides nothing: in a Persian one {@code "%09d"} writes other digits, in a Turkish one the small
 * letter of {@code I} has no dot. What programs read takes {@link Locale#ROOT}, what people read takes theirs.
 */
@AnalyzeClasses(packages = "dev.propusk", importOptions = MainClasses.class)
class LocaleRulesTest {
    private static final String CONSTRUCTOR = "<init>";

    /** What falls back to the machine's locale unless it is handed one, or the symbols of one. */
    private static final List<Fallback> FALLBACKS = List.of(
            new Fallback(String.class, "format|formatted|toLowerCase|toUpperCase"),
            new Fallback(PrintStream.class, "format|printf"),
            new Fallback(PrintWriter.class, "format|printf"),
            new Fallback(Formatter.class, CONSTRUCTOR),
            new Fallback(NumberFormat.class, "get\\w*Instance"),
            new Fallback(DecimalFormat.class, CONSTRUCTOR),
            new Fallback(DecimalFormatSymbols.class, "getInstance|" + CONSTRUCTOR),
            new Fallback(SimpleDateFormat.class, CONSTRUCTOR),
            new Fallback(MessageFormat.class, "format|" + CONSTRUCTOR),
            new Fallback(Collator.class, "getInstance"),
            new Fallback(DateTimeFormatter.class, "ofPattern|ofLocalized\\w+"),
            new Fallback(DateTimeFormatterBuilder.class, "toFormatter"),
            new Fallback(TimeBasedOneTimePasswordGenerator.class, "generateOneTimePasswordString"),
            new Fallback(Locale.class, "getDefault"));

    @ArchTest
    static final ArchRule aLocaleIsNamed = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "it takes the machine's locale",
                    (JavaAccess<?> access) -> FALLBACKS.stream().anyMatch(fallback -> fallback.isTakenBy(access))));

    private record Fallback(Class<?> owner, String names) {
        boolean isTakenBy(JavaAccess<?> access) {
            return access.getTarget() instanceof CodeUnitAccessTarget target
                    && target.getOwner().isAssignableTo(owner)
                    && target.getName().matches(names)
                    && target.getRawParameterTypes().stream().noneMatch(Fallback::namesOne);
        }

        private static boolean namesOne(JavaClass parameter) {
            return parameter.isEquivalentTo(Locale.class) || parameter.isEquivalentTo(DecimalFormatSymbols.class);
        }
    }
}
