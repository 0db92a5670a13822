package eu.kontor.launcher;

import java.nio.file.Path;
import java.util.List;

/** The commands of the script {@code ./kontor} that need more than a shell. */
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private Main() {}

    /** @param arguments a command and its arguments */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(System.out);
        try {
            System.exit(run(List.of(arguments), terminal));
        } catch (LauncherFailure e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    private static int run(List<String> arguments, Terminal terminal) {
        Path checkout = Installation.findCheckout();
        Installation installation = Settings.read(checkout).installation(checkout);
        LocalSystem system = new LocalSystem(installation);
        switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "up" -> new Up(system, terminal).run();
            case "stop" -> system.stop();
            case "status" -> new Status(system).print(terminal);
            case "token" -> terminal.say(ServiceTokens.of(installation).forTenant(onlyArgument(arguments)));
            default -> {
                System.err.println("Commands: up stop status token TENANT");
                return WRONG_USE;
            }
        }
        return 0;
    }

    private static String onlyArgument(List<String> arguments) {
        if (arguments.size() != 2) {
            throw new LauncherFailure("Which tenant? For example: ./kontor token cafe");
        }
        return arguments.get(1);
    }
}
