package eu.kontor.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.launcher.Installation;
import eu.kontor.launcher.supply.ThirdParty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Of others' work nothing ships that nobody looked at, and all of it under a licence that we accept. */
class WhatShipsIsListedTest {

    private static final String LIBRARIES = "WEB-INF/lib/";
    private static final String OURS = LIBRARIES + "kontor-";

    private static final Path CHECKOUT = Installation.findCheckout();
    private static final ThirdParty LISTED = ThirdParty.read(CHECKOUT);

    @Test
    void every_library_in_the_war_and_no_other() throws IOException {
        Set<String> listed = new TreeSet<>();
        LISTED.libraries().forEach(component -> listed.add(component.jar()));
        assertThat(shipped()).isEqualTo(listed);
    }

    @Test
    void each_under_an_accepted_licence() {
        assertThat(LISTED.all()).allSatisfy(component -> assertThat(LISTED.accepted())
                .contains(component.licences().getFirst()));
    }

    @Test
    void and_nothing_that_is_sold_or_calls_somebody_else() throws IOException {
        assertThat(shipped())
                .noneMatch(jar -> jar.startsWith("collaboration-engine")
                        || jar.startsWith("vaadin-ai")
                        || jar.startsWith("okhttp"));
    }

    private static Set<String> shipped() throws IOException {
        Set<String> shipped = new TreeSet<>();
        try (ZipFile war =
                new ZipFile(CHECKOUT.resolve("modules/server/target/kontor.war").toFile())) {
            war.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar") && !name.startsWith(OURS))
                    .forEach(name -> shipped.add(name.substring(LIBRARIES.length())));
        }
        return shipped;
    }
}
