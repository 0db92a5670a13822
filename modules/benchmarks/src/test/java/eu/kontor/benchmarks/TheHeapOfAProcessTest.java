package eu.kontor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asked of Java processes with each collector that a server may run with. */
class TheHeapOfAProcessTest {

    private static final double MOST = 64;

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseG1GC"})
    void is_told_whatever_collects_it(String collector) throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "-J" + collector,
                        "-J-Xmx" + (int) MOST + "m")
                .redirectErrorStream(true)
                .start();
        try {
            java.inputReader().readLine();
            String counters = Jcmd.of(java.pid(), HeapOfServer.COUNTERS);

            assertThat(HeapOfServer.mebibytes(HeapOfServer.TAKEN, counters)).isBetween(1.0, MOST);
        } finally {
            java.destroyForcibly();
        }
    }
}
