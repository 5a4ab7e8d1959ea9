package dev.propusk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;

/** What time it is, and where, is handed in. How long something takes may be measured by {@link System#nanoTime}. */
@AnalyzeClasses(packages = "dev.propusk", importOptions = MainClasses.class)
class TimeRulesTest {
    /** The one bean that reads the machine's clock. */
    private static final String THE_CLOCK = "TimeConfiguration";

    @ArchTest
    static final ArchRule timeIsAParameter = noClasses()
            .that()
            .doNotHaveSimpleName(THE_CLOCK)
            .should()
            .accessTargetWhere(describe("it reads the machine's clock or zone", TimeRulesTest::readsTheMachines));

    private static boolean readsTheMachines(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getFullName();
        return switch (target.getName()) {
            case "now" ->
                owner.startsWith("java.time.")
                        && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.equals(Clock.class.getName());
            case "currentTimeMillis" -> owner.equals(System.class.getName());
            case "systemDefault" -> owner.equals(ZoneId.class.getName());
            case "getInstance" -> owner.equals(Calendar.class.getName());
            case "<init>" ->
                target.getRawParameterTypes().isEmpty()
                        && (owner.equals(Date.class.getName()) || owner.equals(GregorianCalendar.class.getName()));
            default -> false;
        };
    }
}
