package downbeat.discovery.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import downbeat.discovery.index.ListingIndex;
import downbeat.discovery.structure.twins.alert.RuleThatAsksTheDatabase;
import downbeat.discovery.structure.twins.index.IndexThatAsksTheDatabase;
import downbeat.discovery.structure.twins.journey.FiguresThatAskTheDatabase;
import downbeat.discovery.structure.twins.util.ThingHelper;
import org.junit.jupiter.api.Test;

/** The shape of this module, and for each rule a twin that breaks it. */
class StructureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("downbeat.discovery");

    /** So that it is the same in a benchmark, in a test and on a node. */
    private static final ArchRule THE_INDEX_KNOWS_LISTINGS_ONLY = classes()
            .that()
            .resideInAPackage("..discovery..index")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "downbeat.discovery.index",
                    "downbeat.discovery.listing",
                    "downbeat.kernel..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "org.jspecify..");

    /** So that what is simulated is what is counted. */
    private static final ArchRule FIGURES_ARE_COUNTED_OF_WALKS_ONLY = classes()
            .that()
            .resideInAPackage("..discovery..journey")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("downbeat.discovery.journey", "downbeat.kernel..", "java..", "org.jspecify..");

    /** No clock, no database: who is told when is decided by what they are given. */
    private static final ArchRule RULES_OF_ALERTS_ARE_PURE = classes()
            .that()
            .resideInAPackage("..discovery..alert")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "downbeat.discovery.alert",
                    "downbeat.discovery.listing",
                    "downbeat.kernel..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "org.jspecify..");

    private static final ArchRule NO_CYCLES =
            slices().matching("downbeat.discovery.(**)").should().beFreeOfCycles();

    private static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .haveNameMatching("(?i).*(util|helper|manager|service|impl)s?(\\$.*)?")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..base..");

    @Test
    void the_index_knows_listings_only() {
        THE_INDEX_KNOWS_LISTINGS_ONLY.check(OURS);
        assertBroken(THE_INDEX_KNOWS_LISTINGS_ONLY, IndexThatAsksTheDatabase.class);
    }

    @Test
    void figures_are_counted_of_walks_only() {
        FIGURES_ARE_COUNTED_OF_WALKS_ONLY.check(OURS);
        assertBroken(FIGURES_ARE_COUNTED_OF_WALKS_ONLY, FiguresThatAskTheDatabase.class);
    }

    @Test
    void the_rules_of_alerts_are_pure() {
        RULES_OF_ALERTS_ARE_PURE.check(OURS);
        assertBroken(RULES_OF_ALERTS_ARE_PURE, RuleThatAsksTheDatabase.class);
    }

    @Test
    void packages_form_no_cycle() {
        NO_CYCLES.check(OURS);
    }

    @Test
    void no_name_says_nothing() {
        NO_EMPTY_NAMES.check(OURS);
        assertBroken(NO_EMPTY_NAMES, ThingHelper.class);
    }

    @Test
    void the_rules_have_something_to_look_at() {
        assertThat(OURS.contain(ListingIndex.class)).isTrue();
        assertThat(OURS.size()).isGreaterThan(30);
    }

    private static void assertBroken(ArchRule rule, Class<?>... twins) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(twins)).hasViolation())
                .as("the twin breaks: %s", rule.getDescription())
                .isTrue();
    }
}
