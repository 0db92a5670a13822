package eu.kontor.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Class loading pins a virtual thread to one of few carriers, and then all of them can wait for one that none is left to run. */
class NothingRunsOnVirtualThreadsTest {

    @Test
    void no_class_starts_one() {
        noClasses()
                .should()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .because("modules/tenancy/docs/why-not-virtual-threads.md")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages("eu.kontor"));
    }

    @Test
    void the_server_gives_none() throws IOException {
        assertThat(Files.readString(Path.of("../modules/server/src/main/liberty/server.xml")))
                .contains("concurrent/background")
                .doesNotContain("virtual=\"true\"");
    }
}
