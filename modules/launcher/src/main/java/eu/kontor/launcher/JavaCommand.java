package eu.kontor.launcher;

import java.nio.file.Path;
import java.util.List;

/** The Java virtual machine that runs us runs the servers too. */
final class JavaCommand {

    /** With a heap of this size the parallel collector's pauses are short, and nothing marks and refines beside the requests as in G1. */
    static final List<String> SERVING = List.of("-Xmx1g", "-XX:+UseParallelGC");

    /** Ready sooner and smaller; enough for sign-ins on one machine and for tests. */
    static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private JavaCommand() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
