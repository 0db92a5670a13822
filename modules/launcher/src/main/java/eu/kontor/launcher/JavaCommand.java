package eu.kontor.launcher;

import java.nio.file.Path;
import java.util.List;

/** The Java virtual machine that runs us runs the servers too. */
final class JavaCommand {

    /** Ready sooner and smaller; enough for sign-ins on one machine and for tests. */
    static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private JavaCommand() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
