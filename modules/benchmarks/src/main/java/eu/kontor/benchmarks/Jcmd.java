package eu.kontor.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks a Java process something by the JDK's own tool. */
final class Jcmd {

    private Jcmd() {}

    /** @return what it says */
    static String of(long process, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(process));
        command.addAll(List.of(words));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("jcmd " + String.join(" ", words) + " says: " + said);
        }
        return said;
    }
}
