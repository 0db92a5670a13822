package eu.kontor.launcher;

import eu.kontor.launcher.supply.ThirdParty;
import eu.kontor.launcher.supply.VulnerabilityCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

/** The commands of the script {@code ./kontor} that need more than a shell. */
public final class KontorCommand {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    /** Instead of a tenant, for a token. */
    private static final String OPERATOR = "operator";

    private KontorCommand() {}

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
            case "logs" -> new Logs(installation).follow(arguments.subList(1, arguments.size()));
            case "new" -> newCoalition(arguments, system, terminal);
            case "reset" -> new Reset(system, terminal).run(() -> arguments.contains("--yes") ? "yes" : readLine());
            case "plan" -> {
                return new ConfigurationAtATerminal(new OperatorApi(installation), terminal)
                        .plan(arguments.stream().skip(1).findFirst());
            }
            case "apply" -> {
                return new ConfigurationAtATerminal(new OperatorApi(installation), terminal)
                        .apply(() -> arguments.contains("--yes") ? "yes" : readLine());
            }
            case "verify" -> {
                return new Verify(new OperatorApi(installation), terminal).run() ? 0 : FAILED;
            }
            case "check-vulnerabilities" -> {
                return checkVulnerabilities(installation, terminal);
            }
            case "token" -> terminal.say(token(ServiceTokens.of(installation), arguments));
            case "realms" -> realms(arguments, checkout);
            case "try-feed" -> tryFeed(arguments, installation, terminal);
            default -> {
                System.err.println(
                        "Commands: up stop status logs new reset plan [TENANT] apply verify check-vulnerabilities"
                                + " token TENANT [MACHINE] try-feed TENANT FILE realms URL");
                return WRONG_USE;
            }
        }
        return 0;
    }

    /** @return 0 only when there was something to ask, and it knew nothing against what ships */
    private static int checkVulnerabilities(Installation installation, Terminal terminal) {
        return switch (new VulnerabilityCheck(
                        ThirdParty.read(installation.checkout()),
                        installation.home().resolve("vulnerabilities.zip"),
                        Clock.systemUTC())
                .run(terminal::say)) {
            case NOTHING_KNOWN -> 0;
            case SOMETHING_KNOWN -> FAILED;
            case NOT_CHECKED -> WRONG_USE;
        };
    }

    /** For a Keycloak that the launcher did not start; its administrator's password comes from the environment. */
    private static void realms(List<String> arguments, Path checkout) {
        String password = System.getenv("KONTOR_KEYCLOAK_ADMIN_PASSWORD");
        if (arguments.size() != 2 || password == null) {
            throw new LauncherFailure("Which Keycloak? For example: KONTOR_KEYCLOAK_ADMIN_PASSWORD=… ./kontor realms"
                    + " https://id.example.org");
        }
        String administrator = System.getenv().getOrDefault("KONTOR_KEYCLOAK_ADMIN", KeycloakServer.ADMINISTRATOR);
        try (KeycloakAdministrator keycloak = new KeycloakAdministrator(arguments.get(1), administrator, password)) {
            new RealmUpkeep(keycloak).bring(checkout.resolve(KeycloakServer.REALMS));
        }
    }

    private static void newCoalition(List<String> arguments, LocalSystem system, Terminal terminal) {
        if (system.processes().values().stream().anyMatch(pid -> pid != 0)) {
            throw new LauncherFailure("Another coalition runs here; end it first with ./kontor stop.");
        }
        Path checkout = system.installation().checkout();
        Path folder = arguments.size() > 1 ? Path.of(arguments.get(1)) : checkout.resolve(NewCoalition.DEFAULT_FOLDER);
        Path created = new NewCoalition(checkout, YearMonth.now(Clock.systemDefaultZone())).create(folder);
        terminal.say("Your coalition is in " + created + ".");
        terminal.say("  1. Fill in coalition.yaml, and copy tenants/my-hotel.yaml.example to one file per brand.");
        terminal.say("  2. ./kontor up");
        terminal.say("To go back to the sample, ./kontor stop and delete kontor.tenant.config and kontor.home from"
                + " kontor.properties.");
    }

    private static String readLine() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** @param arguments the command, a tenant's slug or {@value #OPERATOR}, and perhaps one of the tenant's machines */
    private static String token(ServiceTokens tokens, List<String> arguments) {
        if (arguments.size() == 3) {
            return tokens.forMachine(arguments.get(1), arguments.get(2));
        }
        if (arguments.size() != 2) {
            throw new LauncherFailure(
                    "Whose token? For example: ./kontor token forno-grao till, ./kontor token forno-grao"
                            + " (its whole account), or ./kontor token operator");
        }
        return arguments.get(1).equals(OPERATOR) ? tokens.forOperator() : tokens.forTenant(arguments.get(1));
    }

    private static void tryFeed(List<String> arguments, Installation installation, Terminal terminal) {
        if (arguments.size() != 3) {
            throw new LauncherFailure(
                    "Which tenant, and which file? For example: ./kontor try-feed forno-grao day.csv");
        }
        new TryFeed(installation, terminal).run(arguments.get(1), Path.of(arguments.get(2)));
    }
}
