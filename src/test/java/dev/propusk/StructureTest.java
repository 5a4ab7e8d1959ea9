package dev.propusk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "dev.propusk", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {
    @Test
    void featuresDependOnEachOtherOneWayAndByTheirRootPackagesOnly() {
        ApplicationModules.of(Application.class).verify();
    }

    @ArchTest
    static final ArchRule repositoriesAreNotPublic =
            classes().that().areAssignableTo(Repository.class).should().notBePublic();

    @ArchTest
    static final ArchRule timeIsAParameter = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule dependenciesComeByConstructor = noFields().should().beAnnotatedWith(Autowired.class);
}
