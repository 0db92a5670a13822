package eu.kontor.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The functions of the script {@code kontor}, in a shell that has only sourced it and stands in a directory of the test's. */
final class Script {

    private final ProcessBuilder shell;

    Script(Path directory) {
        shell = new ProcessBuilder().directory(directory.toFile()).redirectErrorStream(true);
    }

    Script javaHome(Path jdk) {
        shell.environment().put("JAVA_HOME", jdk.toString());
        return this;
    }

    /** @return what it prints, errors included */
    String run(String command) throws IOException, InterruptedException {
        Path script = Installation.findCheckout().resolve("kontor");
        shell.command("bash", "-c", "source '" + script + "'; set +e; " + command);
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return output;
    }
}
