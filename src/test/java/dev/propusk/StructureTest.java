package dev.propusk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import dev.propusk.security.ContractId;
import dev.propusk.security.ui.LoginView;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.propusk", importOptions = MainClasses.class)
class StructureTest {
    @Test
    void featuresDependOnEachOtherOneWayAndByTheirRootPackagesOnly() {
        ApplicationModules.of(Application.class, new MainClasses()).verify();
    }

    @ArchTest
    static final ArchRule repositoriesAreNotPublic =
            classes().that().areAssignableTo(Repository.class).should().notBePublic();

    @ArchTest
    static final ArchRule queriesOverAContractsDataTakeItsId = methods()
            .that()
            .areDeclaredInClassesThat(areRepositoriesOfOneContract())
            .and()
            .haveNameMatching("(find|count|exists|delete).*")
            .should(haveAContractIdAmongTheirParameters());

    /** All but the page to sign in on, which Spring Security is told of. */
    @ArchTest
    static final ArchRule viewsAndControllersArePackagePrivate = classes()
            .that()
            .doNotBelongToAnyOf(LoginView.class)
            .and(are(annotatedWith(Route.class)
                    .or(annotatedWith(Controller.class))
                    .or(annotatedWith(RestController.class))))
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule timeIsAParameter = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule dependenciesComeByConstructor = noFields().should().beAnnotatedWith(Autowired.class);

    /** Contracts and logins stand above contracts; what looks across contracts says so in its name. */
    private static DescribedPredicate<JavaClass> areRepositoriesOfOneContract() {
        return describe(
                "are repositories of one contract's data",
                type -> type.isAssignableTo(Repository.class)
                        && !type.getSimpleName().startsWith("CrossContract")
                        && !type.getSimpleName().matches("(Contract|Account)Repository"));
    }

    private static ArchCondition<JavaMethod> haveAContractIdAmongTheirParameters() {
        return ArchCondition.from(describe(
                "have a ContractId among their parameters",
                method -> method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(ContractId.class))));
    }
}
