package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is kept by a key is kept in a {@link dev.propusk.base.BoundedMap}, or stands below with what bounds it. So nobody
 * writes another map that a stranger can fill (door 3).
 */
class BoundedKeysTest {
    private static final String EXPLAINED = """
            BoundedMap: it is what bounds
            BrowserName: the browsers and the systems that we know
            Changes: one for each thing that is shown on an open page
            Changes$Watched: one for each open page
            Contacts: one for each gateway and outcome, until they are written down
            EachToken: the refusals of one deed, gone with it
            EmbeddedMariaDb: one for each folder that a server of this process runs in
            FailureCounts: ten thousand of each kind, until the minute is over
            Figures: one for each figure that we ask for
            FreshTokens: what was just made on one page
            Input: one for each field of one request, gone with it
            JournalReader: the contracts of one page of the journal, gone with it
            KnownSettings: the settings that we know
            Lanes: the work under way, of which there is so much; the promptness of ten thousand
            LogLine: the facts of one line
            MigrationGuard: one for each database
            Jobs: one for each job
            JobLoop: the threads of one job that hang
            PagedRows: the rows of one page, gone with it
            PanelSessions: one for each session, which StrangersSessions and sign-in bound
            RecordForm: one for each field of one form, gone with it
            SignInThrottle: the last hundred thousand, by names that are checked first
            StateTabs: one for each state
            StrangersSessions: it is what bounds
            Texts: one for each language that we have
            UserMenu: one for each look
            Witnesses: one for each witness that is set up
            """;

    @Test
    void whatIsKeptByAKeyIsBounded() {
        List<String> keeping = MainClasses.all().stream()
                .filter(BoundedKeysTest::keepsByKey)
                .map(BoundedKeysTest::name)
                .sorted()
                .toList();
        assertThat(keeping)
                .contains("BoundedMap", "Input", "Texts")
                .isSubsetOf(EXPLAINED
                        .lines()
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .toList());
    }

    private static String name(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1);
    }

    /** Has a field for it, and fills that with one of Java's own that grows as it likes. */
    private static boolean keepsByKey(JavaClass type) {
        return !type.isRecord()
                && type.getFields().stream().anyMatch(field -> isGrowing(field.getRawType()))
                && Stream.concat(type.getConstructors().stream(), type.getStaticInitializer().stream())
                        .anyMatch(BoundedKeysTest::makesOne);
    }

    private static boolean makesOne(JavaCodeUnit unit) {
        return unit.getConstructorCallsFromSelf().stream()
                        .map(JavaConstructorCall::getTargetOwner)
                        .anyMatch(BoundedKeysTest::isGrowing)
                || unit.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getTarget)
                        .anyMatch(target -> target.getName().equals("newKeySet"));
    }

    private static boolean isGrowing(JavaClass type) {
        return type.isAssignableTo(Map.class)
                || type.isAssignableTo(Set.class)
                || (type.isAssignableTo(Collection.class) && type.getName().contains("Queue"))
                || type.getName().contains("Deque");
    }
}
