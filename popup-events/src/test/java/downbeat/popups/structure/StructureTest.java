package downbeat.popups.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import downbeat.popups.domain.PopUp;
import downbeat.popups.structure.twins.domain.RuleThatAsksOthers;
import downbeat.popups.structure.twins.domain.ticket.TicketThatKnowsTheRules;
import downbeat.popups.structure.twins.left.Left;
import downbeat.popups.structure.twins.pass.PassThatReadsAFile;
import downbeat.popups.structure.twins.right.Right;
import downbeat.popups.structure.twins.util.ThingHelper;
import org.junit.jupiter.api.Test;

/** The shape of this module, and for each rule a twin that breaks it. */
class StructureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("downbeat.popups");

    /** Of others only what works out recurrences. */
    private static final ArchRule RULES_ARE_PURE = classes()
            .that()
            .resideInAPackage("..popups..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "downbeat.popups.domain..",
                    "downbeat.popups.series.domain..",
                    "org.dmfs.rfc5545..",
                    "downbeat.popups.structure.twins.domain..",
                    "downbeat.kernel..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "org.jspecify..");

    private static final ArchRule PASSES_DO_NO_IO = noClasses()
            .that()
            .resideInAPackage("..popups..pass..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "akka..", "com.fasterxml..", "java.nio.file..", "java.net..", "java.sql..", "downbeat.cluster..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File|Input|Output|Reader|Writer).*")
            .because("a scanner verifies a pass with nothing but the published keys");

    private static final ArchRule VALUES_KNOW_NO_RULES = noClasses()
            .that()
            .resideInAnyPackage("..domain.kind..", "..domain.door..", "..domain.ticket..", "..domain.place..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("downbeat.popups.domain");

    private static final ArchRule NO_CYCLES =
            slices().matching("downbeat.popups.(**)").should().beFreeOfCycles();

    private static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .haveNameMatching("(?i).*(util|helper|manager|service|impl)s?(\\$.*)?")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..base..");

    @Test
    void rules_are_pure() {
        RULES_ARE_PURE.check(OURS);
        assertBroken(RULES_ARE_PURE, RuleThatAsksOthers.class);
    }

    @Test
    void passes_do_no_input_and_output() {
        PASSES_DO_NO_IO.check(OURS);
        assertBroken(PASSES_DO_NO_IO, PassThatReadsAFile.class);
    }

    @Test
    void tickets_and_doors_know_nothing_of_the_rules_over_them() {
        VALUES_KNOW_NO_RULES.check(OURS);
        assertBroken(VALUES_KNOW_NO_RULES, TicketThatKnowsTheRules.class);
    }

    @Test
    void packages_form_no_cycle() {
        NO_CYCLES.check(OURS);
        assertBroken(NO_CYCLES, Left.class, Right.class);
    }

    @Test
    void no_name_says_nothing() {
        NO_EMPTY_NAMES.check(OURS);
        assertBroken(NO_EMPTY_NAMES, ThingHelper.class);
    }

    @Test
    void the_rules_have_something_to_look_at() {
        assertThat(OURS.contain(PopUp.class)).isTrue();
        assertThat(OURS.size()).isGreaterThan(100);
    }

    private static void assertBroken(ArchRule rule, Class<?>... twins) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(twins)).hasViolation())
                .as("the twin breaks: %s", rule.getDescription())
                .isTrue();
    }
}
