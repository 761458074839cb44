package downbeat.web.structure;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What may see what in the web module; each rule has a twin that breaks it. */
class LayersTest {
    private static final JavaClasses WEB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("downbeat.web");

    private static final ArchRule HTTP_SEES_NO_STORAGE = noClasses()
            .that()
            .resideInAPackage("downbeat.web.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("akka.persistence..", "org.jdbi..", "java.sql..", "akka.cluster..")
            .because("routes speak to plural clients and finders only");

    private static final ArchRule ACCOUNT_RULES_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("downbeat.web.identity.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "akka..",
                    "com.fasterxml..",
                    "org.jdbi..",
                    "java.sql..",
                    "java.io..",
                    "java.net..",
                    "downbeat.cluster..")
            .because("rules do nothing but decide");

    private static final ArchRule NO_EMPTY_NAMES = classes()
            .should()
            .haveNameNotMatching(".*(?i)(util|utils|helper|manager|serviceimpl|abstractbase)$")
            .because("a name says what a thing is");

    @Test
    void routes_see_no_storage() {
        HTTP_SEES_NO_STORAGE.check(WEB);
    }

    @Test
    void the_rules_of_an_account_are_pure() {
        ACCOUNT_RULES_ARE_PURE.check(WEB);
    }

    @Test
    void names_say_what_things_are() {
        NO_EMPTY_NAMES.check(WEB);
    }

    @Test
    void the_rules_find_those_who_break_them() {
        var everything = new ClassFileImporter().importPackages("downbeat.web.identity.audit", "downbeat.web.pop");
        var routesAnywhere =
                noClasses().that(alwaysTrue()).should().dependOnClassesThat(resideInAnyPackage("org.jdbi.."));
        assertThatThrownBy(() -> routesAnywhere.check(everything)).isInstanceOf(AssertionError.class);
        assertThat(WEB.stream().anyMatch(c -> c.getPackageName().startsWith("downbeat.web.identity.domain")))
                .as("the rules look at something")
                .isTrue();
    }
}
