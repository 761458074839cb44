package downbeat.drops.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import downbeat.drops.domain.Drop;
import downbeat.drops.structure.twins.domain.RuleThatAsksOthers;
import downbeat.drops.structure.twins.domain.claim.ClaimThatKnowsTheRules;
import downbeat.drops.structure.twins.left.Left;
import downbeat.drops.structure.twins.right.Right;
import downbeat.drops.structure.twins.util.ThingHelper;
import org.junit.jupiter.api.Test;

/** The shape of this module, and for each rule a twin that breaks it. */
class StructureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("downbeat.drops");

    /** Of others only collections that are cheap to change a copy of, and the hash of the draw. */
    private static final ArchRule RULES_ARE_PURE = classes()
            .that()
            .resideInAPackage("..drops..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "downbeat.drops.domain..",
                    "downbeat.drops.structure.twins.domain..",
                    "downbeat.kernel..",
                    "java.lang..",
                    "java.util..",
                    "java.math..",
                    "java.nio.charset..",
                    "java.security..",
                    "java.time..",
                    "org.pcollections..",
                    "org.jspecify..");

    private static final ArchRule VALUES_KNOW_NO_RULES = noClasses()
            .that()
            .resideInAnyPackage("..domain.bundle..", "..domain.claim..", "..domain.crowd..", "..domain.point..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("downbeat.drops.domain");

    private static final ArchRule NO_CYCLES =
            slices().matching("downbeat.drops.(**)").should().beFreeOfCycles();

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
    void bundles_claims_and_points_know_nothing_of_the_rules_over_them() {
        VALUES_KNOW_NO_RULES.check(OURS);
        assertBroken(VALUES_KNOW_NO_RULES, ClaimThatKnowsTheRules.class);
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
        assertThat(OURS.contain(Drop.class)).isTrue();
        assertThat(OURS.size()).isGreaterThan(80);
    }

    private static void assertBroken(ArchRule rule, Class<?>... twins) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(twins)).hasViolation())
                .as("the twin breaks: %s", rule.getDescription())
                .isTrue();
    }
}
