package eu.kontor.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The borders of the contexts, as the map of the house draws them. */
class ContextBordersTest {

    static final List<String> CONTEXTS = List.of(
            "files",
            "tenancy",
            "trust",
            "outbox",
            "ledger",
            "expiry",
            "proof",
            "membership",
            "program",
            "checkout",
            "settlement",
            "retention",
            "routes",
            "feeds",
            "notification");

    private static JavaClasses kontor;

    @BeforeAll
    static void readTheCompiledHouse() {
        kontor = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("eu.kontor");
    }

    @Test
    @DisplayName("Every room with an api is guarded")
    void everyRoomWithAnApiIsGuarded() throws IOException {
        try (Stream<Path> modules = Files.list(HouseSources.ROOT.resolve("modules"))) {
            assertThat(modules.map(module -> module.getFileName().toString())
                            .filter(name -> Files.exists(HouseSources.ROOT.resolve(
                                    "modules/" + name + "/src/main/java/eu/kontor/" + name + "/api"))))
                    .containsExactlyInAnyOrderElementsOf(CONTEXTS);
        }
    }

    @ParameterizedTest
    @FieldSource("CONTEXTS")
    @DisplayName("Others see only a context's api")
    void othersSeeOnlyAContextsApi(String context) {
        noClasses()
                .that(liveOutside(context))
                .should()
                .dependOnClassesThat(insideOf(context))
                .check(kontor);
    }

    @Test
    @DisplayName("The domain imports no framework")
    void theDomainImportsNoFramework() {
        classes()
                .that()
                .resideInAnyPackage("eu.kontor.*.domain..", "eu.kontor.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("eu.kontor..", "java..", "javax.crypto..")
                .check(kontor);
    }

    @Test
    @DisplayName("The kernel uses nothing of ours")
    void theKernelUsesNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("eu.kontor.kernel..")
                .should()
                .dependOnClassesThat(describe(
                        "are ours but not the kernel's",
                        type -> type.getPackageName().startsWith("eu.kontor.")
                                && !type.getPackageName().startsWith("eu.kontor.kernel")))
                .check(kontor);
    }

    @Test
    @DisplayName("An api does not lean on what lies behind it")
    void anApiDoesNotLeanOnWhatLiesBehindIt() {
        noClasses()
                .that()
                .resideInAPackage("eu.kontor.*.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("eu.kontor.*.domain..", "eu.kontor.*.application..", "eu.kontor.*.persistence..")
                .check(kontor);
    }

    @Test
    @DisplayName("Rules do not know how they are stored")
    void rulesDoNotKnowHowTheyAreStored() {
        noClasses()
                .that()
                .resideInAPackage("eu.kontor.*.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("eu.kontor.*.application..", "eu.kontor.*.persistence..")
                .check(kontor);
    }

    @Test
    @DisplayName("The portal and the API open no transaction and hold no entity")
    void thePortalAndTheApiOpenNoTransaction() {
        noClasses()
                .that()
                .resideInAnyPackage("eu.kontor.portal..", "eu.kontor.portalkit..", "eu.kontor.rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("eu.kontor.tenancy.api.Transactions")
                .check(kontor);
    }

    @Test
    @DisplayName("The portal's kit knows no feature, and of the contexts only the tenants' api")
    void thePortalsKitKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("eu.kontor.portalkit..")
                .should()
                .dependOnClassesThat(describe(
                        "are ours but neither the kit's, the kernel's nor the tenants' api",
                        type -> type.getPackageName().startsWith("eu.kontor.")
                                && !isIn(type, "eu.kontor.portalkit")
                                && !isIn(type, "eu.kontor.kernel")
                                && !isIn(type, "eu.kontor.tenancy.api")))
                .check(kontor);
    }

    @Test
    @DisplayName(
            "In the portal's kit, the shell stands on lists, lists stand on look and languages, and look on nothing of ours")
    void whatStandsOnWhatInThePortalsKit() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("eu.kontor.portalkit..")
                .layer("shell")
                .definedBy("eu.kontor.portalkit.shell..")
                .layer("lists")
                .definedBy("eu.kontor.portalkit.lists..")
                .layer("look")
                .definedBy("eu.kontor.portalkit.look..")
                .layer("languages")
                .definedBy("eu.kontor.portalkit.i18n..")
                .layer("forms")
                .definedBy("eu.kontor.portalkit.forms..")
                .whereLayer("shell")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("lists")
                .mayOnlyBeAccessedByLayers("shell")
                .whereLayer("look")
                .mayOnlyBeAccessedByLayers("shell", "lists", "forms")
                .whereLayer("languages")
                .mayOnlyBeAccessedByLayers("shell", "lists", "forms")
                .whereLayer("forms")
                .mayOnlyAccessLayers("look", "languages")
                .check(kontor);
    }

    @Test
    @DisplayName("No cycles between packages")
    void noCyclesBetweenPackages() {
        for (String context : Stream.concat(CONTEXTS.stream(), Stream.of("portal", "portalkit"))
                .toList()) {
            ArchRule free = slices().matching("eu.kontor." + context + ".(*)..")
                    .should()
                    .beFreeOfCycles();
            free.allowEmptyShould(true).check(kontor);
        }
        slices().matching("eu.kontor.(*)..").should().beFreeOfCycles().check(kontor);
    }

    private static boolean isIn(JavaClass type, String room) {
        return type.getPackageName().equals(room) || type.getPackageName().startsWith(room + '.');
    }

    private static DescribedPredicate<JavaClass> liveOutside(String context) {
        return describe(
                "live outside " + context,
                type -> type.getPackageName().startsWith("eu.kontor.")
                        && !type.getPackageName().startsWith("eu.kontor." + context)
                        && !type.getPackageName().startsWith("eu.kontor.server")
                        && !type.getPackageName().startsWith("eu.kontor.benchmarks"));
    }

    private static DescribedPredicate<JavaClass> insideOf(String context) {
        return describe(
                "live inside " + context + " behind its api",
                type -> type.getPackageName().startsWith("eu.kontor." + context)
                        && !type.getPackageName().startsWith("eu.kontor." + context + ".api"));
    }
}
