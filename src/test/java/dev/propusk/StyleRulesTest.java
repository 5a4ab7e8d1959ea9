package dev.propusk;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.propusk.journal.JournalEvent;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Service;

/** What {@code docs/style.md} says is checked, and is no question of structure. */
@AnalyzeClasses(packages = "dev.propusk", importOptions = MainClasses.class)
class StyleRulesTest {
    private static final int LONGEST_VIEW = 250;
    /** What one file of twenty may exceed. */
    private static final int LONG = 180;

    private static final long MOST_IN_A_PACKAGE = 30;
    private static final Pattern SMELL = Pattern.compile("(?m)^import .*\\*;|^\\s*\\* @" + "author");
    private static final List<Path> MAIN = List.of(Path.of("src/main/java"));
    private static final List<Path> ALL = List.of(Path.of("src/main/java"), Path.of("src/test/java"));

    @ArchTest
    static final ArchRule packagesAreFeaturesNotLayers = noClasses()
            .should()
            .resideInAnyPackage("..controllers..", "..services..", "..utils..", "..util..", "..dto..", "..impl..");

    @ArchTest
    static final ArchRule namesSayWhatSomethingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils");

    @ArchTest
    static final ArchRule exceptionsAreCalledSo =
            classes().that().areAssignableTo(Throwable.class).should().haveSimpleNameEndingWith("Exception");

    @ArchTest
    static final ArchRule settingsAreRecords = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule whatTheJournalHearsAreRecords =
            classes().that().implement(JournalEvent.class).should().beRecords();

    @ArchTest
    static final ArchRule entitiesSpeakInVerbs = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and(nameMatching("set[A-Z].*"))
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    /**
     * What is shown is asked for by callbacks, or when the page is opened or attached: one that fails then says so, and one
     * that is tested needs no data.
     */
    @ArchTest
    static final ArchRule viewsCallNoServiceInTheirConstructor = constructors()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..ui..")
            .should(callNoService());

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        Map<Path, Long> packages = Papers.files(MAIN).collect(groupingBy(Path::getParent, counting()));
        packages.keySet().stream()
                .filter(folder -> folder.toString().contains("propusk"))
                .forEach(folder -> assertThat(Papers.read(folder.resolve("package-info.java")))
                        .as(folder.toString())
                        .contains("@NullMarked", "/**"));
    }

    /** More than a head holds at once. */
    @Test
    void noPackageHasMoreThanThirtyFiles() {
        assertThat(Papers.files(MAIN).collect(groupingBy(Path::getParent, counting())))
                .allSatisfy((folder, files) ->
                        assertThat(files).as(folder.toString()).isLessThanOrEqualTo(MOST_IN_A_PACKAGE));
    }

    @Test
    void noViewIsLongAndFewFilesAre() {
        List<Path> files = Papers.files(MAIN).toList();
        assertThat(files)
                .filteredOn(file -> file.toString().contains("/ui/") && length(file) > LONGEST_VIEW)
                .isEmpty();
        assertThat(files.stream().filter(file -> length(file) > LONG).count() * 20)
                .as("files of more than " + LONG + " lines, times twenty")
                .isLessThanOrEqualTo(files.size());
    }

    @Test
    void noImportIsAWildcardAndNobodySigns() {
        assertThat(Papers.files(ALL))
                .filteredOn(file -> SMELL.matcher(Papers.read(file)).find())
                .isEmpty();
    }

    private static long length(Path file) {
        return Papers.read(file).lines().count();
    }

    private static ArchCondition<JavaConstructor> callNoService() {
        return new ArchCondition<>("call no service") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                constructor.getCallsFromSelf().stream()
                        .filter(call -> !call.isDeclaredInLambda())
                        .filter(call -> call.getTargetOwner().isAnnotatedWith(Service.class))
                        .map(JavaCall::getDescription)
                        .forEach(text -> events.add(SimpleConditionEvent.violated(constructor, text)));
            }
        };
    }
}
