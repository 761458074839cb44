package downbeat.web.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import downbeat.web.http.twin.RouteThatStores;
import downbeat.web.identity.domain.twin.RuleThatReads;
import downbeat.web.structure.twin.ThingHelper;
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

    private static final ArchRule RULES_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage(
                    "downbeat.web.identity.domain..", "downbeat.web.outbox.domain..", "downbeat.web.webhook.domain..")
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
        assertBroken(HTTP_SEES_NO_STORAGE, RouteThatStores.class);
    }

    @Test
    void the_rules_of_accounts_and_messages_are_pure() {
        RULES_ARE_PURE.check(WEB);
        assertBroken(RULES_ARE_PURE, RuleThatReads.class);
    }

    @Test
    void names_say_what_things_are() {
        NO_EMPTY_NAMES.check(WEB);
        assertBroken(NO_EMPTY_NAMES, ThingHelper.class);
    }

    @Test
    void the_rules_have_something_to_look_at() {
        assertThat(WEB.stream().map(type -> type.getPackageName()))
                .anyMatch(name -> name.startsWith("downbeat.web.identity.domain"))
                .anyMatch(name -> name.startsWith("downbeat.web.http"));
    }

    private static void assertBroken(ArchRule rule, Class<?> twin) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(twin)).hasViolation())
                .as("the twin breaks: %s", rule.getDescription())
                .isTrue();
    }
}
