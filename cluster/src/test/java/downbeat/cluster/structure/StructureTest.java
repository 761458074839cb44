package downbeat.cluster.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import downbeat.cluster.structure.twins.kernel.Impure;
import downbeat.cluster.structure.twins.left.Left;
import downbeat.cluster.structure.twins.util.ThingHelper;
import downbeat.kernel.Id;
import org.junit.jupiter.api.Test;

/** The shape of this module, and for each rule a twin that breaks it. */
class StructureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("downbeat.kernel", "downbeat.cluster");

    private static final ArchRule KERNEL_IS_PURE = classes()
            .that()
            .resideInAnyPackage("downbeat.kernel..", "..twins.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "downbeat.kernel..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.io..",
                    "com.uber.h3core..",
                    "org.jspecify..");

    private static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .haveNameMatching("(?i).*(util|helper|manager|service|impl)s?(\\$.*)?")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..base..");

    private static final ArchRule NO_CYCLES =
            slices().matching("downbeat.cluster.(**)").should().beFreeOfCycles();

    private static final ArchRule NOBODY_KNOWS_THE_NODE = noClasses()
            .that()
            .resideOutsideOfPackage("downbeat.cluster.node..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("downbeat.cluster.node..");

    @Test
    void the_kernel_is_pure() {
        KERNEL_IS_PURE.check(OURS);
        assertBroken(KERNEL_IS_PURE, Impure.class);
    }

    @Test
    void no_name_says_nothing() {
        NO_EMPTY_NAMES.check(OURS);
        assertBroken(NO_EMPTY_NAMES, ThingHelper.class);
    }

    @Test
    void packages_form_no_cycle() {
        NO_CYCLES.check(OURS);
        assertBroken(NO_CYCLES, Left.class, downbeat.cluster.structure.twins.right.Right.class);
    }

    @Test
    void the_node_knows_everything_and_nothing_knows_the_node() {
        NOBODY_KNOWS_THE_NODE.check(OURS);
        assertBroken(NOBODY_KNOWS_THE_NODE, downbeat.cluster.tally.TallyPart.class);
    }

    @Test
    void the_rules_have_something_to_look_at() {
        assertThat(OURS.contain(Id.class)).isTrue();
        assertThat(OURS.size()).isGreaterThan(50);
    }

    private static void assertBroken(ArchRule rule, Class<?>... twins) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(twins)).hasViolation())
                .as("the twin breaks: %s", rule.getDescription())
                .isTrue();
    }
}
