package eu.kontor.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The command {@code reset}: stops everything and forgets all that {@code up} made, so that the next one starts afresh. */
final class Reset {

    /** All that {@link Installation} and its servers keep; the mark of the last build stays. */
    private static final List<String> FORGOTTEN =
            List.of("postgres", "keycloak", "liberty", "feeds", "mail", "sample", "logs", "run", "secrets");

    private final LocalSystem system;
    private final Terminal terminal;

    Reset(LocalSystem system, Terminal terminal) {
        this.system = system;
        this.terminal = terminal;
    }

    /**
     * @param answer what the person says to the question
     * @throws LauncherFailure if the answer is not yes, or if another checkout's processes would be ended; nothing is deleted then
     */
    void run(Supplier<String> answer) {
        system.refuseForeignProcesses();
        Path home = system.installation().home();
        terminal.say("This deletes all data, imported files, people and passwords in " + home + ".");
        terminal.say("Type yes to delete them:");
        if (!"yes".equals(answer.get())) {
            throw new LauncherFailure("Nothing was deleted.");
        }
        system.stop();
        FORGOTTEN.forEach(name -> Directories.delete(home.resolve(name)));
        terminal.say("Deleted. ./kontor up starts afresh.");
    }
}
