package eu.kontor.launcher;

import eu.kontor.launcher.sample.SampleImport;
import java.time.Clock;

/** The command {@code up}: everything runs, the configuration is applied, the sample is imported; and says where to go. */
final class Up {

    private static final int USERNAME_WIDTH = 12;

    private final LocalSystem system;
    private final Terminal terminal;

    Up(LocalSystem system, Terminal terminal) {
        this.system = system;
        this.terminal = terminal;
    }

    void run() {
        long begin = System.nanoTime();
        Installation installation = system.installation();
        CoalitionFiles coalition = CoalitionFiles.read(installation.tenantConfiguration());
        system.start(terminal);
        OperatorApi operator = new OperatorApi(installation);
        terminal.answer("Tenant configuration", operator::applyConfiguration);
        if (coalition.isSample()) {
            new SampleImport(installation, line -> terminal.say("    " + line), Clock.systemUTC()).run();
            terminal.answer("Ledger", operator::checkLedger);
        }
        terminal.say("");
        terminal.say("%s is ready after %.1f s".formatted(coalition.name(), Terminal.secondsSince(begin)));
        terminal.say("  Portal  " + installation.portalUrl() + "/");
        terminal.say("  API     " + installation.portalUrl() + "/openapi/ui");
        sayWhoSignsIn(coalition);
    }

    private void sayWhoSignsIn(CoalitionFiles coalition) {
        coalition
                .samplePassword()
                .ifPresentOrElse(
                        password -> terminal.say("  Sign in with the password " + password + " as"),
                        () -> terminal.say("  Sign in with the first password in "
                                + system.installation().home().resolve("secrets/people") + " as"));
        coalition
                .people()
                .forEach(person ->
                        terminal.say(("    %-" + USERNAME_WIDTH + "s %s").formatted(person.username(), person.job())));
    }
}
