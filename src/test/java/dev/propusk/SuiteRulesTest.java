package dev.propusk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What {@code docs/style.md} says of tests. */
@AnalyzeClasses(packages = "dev.propusk", importOptions = ImportOption.OnlyIncludeTests.class)
class SuiteRulesTest {
    private static final int LONGEST = 290;
    private static final List<Path> TESTS = List.of(Path.of("src/test/java"));

    /** They play somebody slow, keep the pace of a load, or let a disk come to rest. */
    private static final Set<String> SLOW =
            Set.of("FloodTest", "HooksToAReceiver", "HttpLoad", "Load", "Paced", "Sweep");

    /** Processes of their own that are heard by what they print, and tables of figures for whoever runs them. */
    private static final Set<String> HEARD = Set.of("FaultTable", "Figures", "LoadedApplication", "ServedByChild");

    @ArchTest
    static final ArchRule testsWaitForAConditionAndNotForAWhile = noClasses()
            .that(areNot(SLOW))
            .should()
            .accessTargetWhere(describe("waits for a while", SuiteRulesTest::waitsForAWhile));

    @ArchTest
    static final ArchRule testsPrintNothing =
            noClasses().that(areNot(HEARD)).should().accessTargetWhere(describe("prints", SuiteRulesTest::prints));

    @Test
    void noFileIsLong() {
        assertThat(Papers.files(TESTS))
                .filteredOn(file -> Papers.read(file).lines().count() > LONGEST)
                .isEmpty();
    }

    private static DescribedPredicate<JavaClass> areNot(Set<String> exceptions) {
        return describe(
                "are none of " + exceptions,
                type -> exceptions.stream()
                        .noneMatch(name -> outermost(type).getSimpleName().equals(name)));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(SuiteRulesTest::outermost).orElse(type);
    }

    private static boolean waitsForAWhile(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return (access.getName().equals("sleep")
                        && (owner.isEquivalentTo(Thread.class) || owner.isEquivalentTo(TimeUnit.class)))
                || (access.getName().startsWith("park") && owner.isEquivalentTo(LockSupport.class));
    }

    private static boolean prints(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(System.class)
                && Set.of("out", "err").contains(access.getName());
    }
}
