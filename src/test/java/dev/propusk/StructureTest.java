package dev.propusk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

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
import dev.propusk.token.Token;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.propusk", importOptions = MainClasses.class)
class StructureTest {
    @Test
    void featuresDependOnEachOtherOneWayAndByTheirRootPackagesOnly() {
        ApplicationModules.of(Application.class, new MainClasses()).verify();
    }

    @ArchTest
    static final ArchRule jobsAreNotLeftToASchedulerThatOthersShare =
            noMethods().should().beAnnotatedWith(Scheduled.class);

    /** Inside a feature its rooms share them. */
    @ArchTest
    static final ArchRule repositoriesServeTheirOwnFeatureOnly = classes()
            .that()
            .areAssignableTo(Repository.class)
            .should(ArchCondition.from(describe(
                    "be used by their own feature only",
                    type -> type.getDirectDependenciesToSelf().stream()
                            .allMatch(use -> feature(use.getOriginClass()).equals(feature(type))))));

    /** Whoever read a token may ask it; what becomes of it is decided and written by its own feature. */
    @ArchTest
    static final ArchRule onlyItsOwnFeatureChangesAToken = noClasses()
            .that()
            .resideOutsideOfPackage("dev.propusk.token..")
            .should()
            .callMethodWhere(target(owner(assignableTo(Token.class)))
                    .and(target(nameMatching("activate|copyFor|annul|settle|delete|moveTo|issue"))));

    @ArchTest
    static final ArchRule queriesOverAContractsDataTakeItsId = methods()
            .that()
            .areDeclaredInClassesThat(areRepositoriesOfOneContract())
            .and()
            .haveNameMatching("(find|count|exists|delete).*")
            .should(haveAContractIdAmongTheirParameters());

    /** Whoever manages logins names one in a request: it is found by its contract, too. */
    @ArchTest
    static final ArchRule managedLoginsAreFoundByTheirContract = noClasses()
            .that()
            .haveSimpleNameStartingWith("Account")
            .and()
            .areAnnotatedWith(Service.class)
            .should()
            .callMethodWhere(target(nameMatching("findOwnById")));

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
    static final ArchRule dependenciesComeByConstructor = noFields().should().beAnnotatedWith(Autowired.class);

    /** Contracts and logins stand above contracts; what looks across contracts says so in its name. */
    private static DescribedPredicate<JavaClass> areRepositoriesOfOneContract() {
        return describe(
                "are repositories of one contract's data",
                type -> type.isAssignableTo(Repository.class)
                        && !type.getSimpleName().startsWith("CrossContract")
                        && !type.getSimpleName().matches("(Contract|Account)Repository"));
    }

    /** The first package below the root. */
    private static String feature(JavaClass type) {
        return type.getPackageName().replaceAll("^(dev\\.propusk\\.[a-z]+).*", "$1");
    }

    private static ArchCondition<JavaMethod> haveAContractIdAmongTheirParameters() {
        return ArchCondition.from(describe(
                "have a ContractId among their parameters",
                method -> method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(ContractId.class))));
    }
}
