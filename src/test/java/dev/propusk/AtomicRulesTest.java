package dev.propusk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.propusk.data.Atomic;
import dev.propusk.data.OwnId;
import dev.propusk.data.WithinTransaction;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What may be done again must come to the same. */
@AnalyzeClasses(packages = "dev.propusk", importOptions = MainClasses.class)
class AtomicRulesTest {
    /** Passwords are encoded for a tenth of a second, drawings and answers of others take longer. */
    private static final List<String> SLOW = List.of(
            "org.springframework.security.crypto.password.PasswordEncoder",
            "org.openpdf.text.Document",
            "org.openpdf.text.pdf.PdfWriter",
            "java.net.http.HttpClient",
            "java.nio.channels.DatagramChannel");

    @ArchTest
    static final ArchRule idsAreMadeOutsideOfWhatIsRetried = methods()
            .that()
            .areAnnotatedWith(Atomic.class)
            .should(reach("no id that each try would make anew", AtomicRulesTest::makesAnId));

    @ArchTest
    static final ArchRule slowWorkStandsOutsideOfTransactions =
            methods().that().areAnnotatedWith(Atomic.class).should(reach("no slow work", AtomicRulesTest::isSlow));

    /** A call from within its own class goes past the proxy: neither a transaction nor a second try. */
    @ArchTest
    static final ArchRule atomicMethodsAreCalledFromOutside =
            methods().that().areAnnotatedWith(Atomic.class).should(beCalledByOtherClassesOnly());

    /** It has a transaction already. */
    @ArchTest
    static final ArchRule atomicMethodsAreNothingElse = methods()
            .that()
            .areAnnotatedWith(Atomic.class)
            .should()
            .notBeAnnotatedWith(Transactional.class)
            .andShould()
            .notBeAnnotatedWith(Scheduled.class);

    /** One word for it, which names the manager. */
    @ArchTest
    static final ArchRule whatIsPartOfATransactionSaysSo = methods()
            .that()
            .areAnnotatedWith(DescribedPredicate.describe(
                    "@Transactional of others",
                    annotation -> annotation.getRawType().isEquivalentTo(Transactional.class)
                            && annotation.as(Transactional.class).propagation() == Propagation.MANDATORY))
            .should()
            .beAnnotatedWith(WithinTransaction.class)
            .allowEmptyShould(true);

    private static boolean makesAnId(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getSimpleName();
        return (access.getName().equals("next") && (owner.equals("TimeOrderedId") || owner.matches("\\w+Id")))
                || (access.getTargetOwner().isEquivalentTo(UUID.class)
                        && access.getName().equals("randomUUID"));
    }

    private static boolean isSlow(JavaAccess<?> access) {
        return SLOW.contains(access.getTargetOwner().getFullName())
                || (access.getTargetOwner().isEquivalentTo(InetAddress.class)
                        && access.getName().endsWith("ByName"));
    }

    private interface Forbidden {
        boolean is(JavaAccess<?> access);
    }

    /** Looks at the method and at all of ours that it calls; not at listeners, whose rows go with the command's own. */
    private static ArchCondition<JavaMethod> reach(String what, Forbidden forbidden) {
        return new ArchCondition<>("reach " + what) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Deque<JavaCodeUnit> waiting = new ArrayDeque<>(List.of(method));
                Set<JavaCodeUnit> seen = new HashSet<>();
                while (!waiting.isEmpty()) {
                    JavaCodeUnit next = waiting.pop();
                    if (seen.add(next) && !next.getOwner().isEquivalentTo(OwnId.class)) {
                        accesses(next).forEach(access -> {
                            if (forbidden.is(access) && !access.getTargetOwner().isEquivalentTo(OwnId.class)) {
                                events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + ": " + access.getDescription()));
                            }
                            access.getTarget().resolveMember().ifPresent(member -> {
                                if (member instanceof JavaCodeUnit ours
                                        && ours.getOwner().getPackageName().startsWith("dev.propusk")) {
                                    waiting.push(ours);
                                }
                            });
                        });
                    }
                }
            }
        };
    }

    private static Stream<JavaAccess<?>> accesses(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getCallsFromSelf().stream(),
                Stream.concat(
                        unit.getMethodReferencesFromSelf().stream(), unit.getConstructorReferencesFromSelf().stream()));
    }

    private static ArchCondition<JavaMethod> beCalledByOtherClassesOnly() {
        return new ArchCondition<>("be called by other classes only") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAccessesToSelf().stream()
                        .filter(access -> access.getOriginOwner().equals(method.getOwner()))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(method, access.getDescription())));
            }
        };
    }
}
