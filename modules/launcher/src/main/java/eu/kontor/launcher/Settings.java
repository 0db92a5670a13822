package eu.kontor.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a person may choose on one machine: {@code kontor.properties} in the checkout, over which the environment goes
 * ({@code kontor.port.base} is {@code KONTOR_PORT_BASE}).
 */
final class Settings {

    private static final int HIGHEST_PORT = 65_535;

    private final Properties file;
    private final Map<String, String> environment;

    Settings(Properties file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    static Settings read(Path checkout) {
        Path path = checkout.resolve("kontor.properties");
        Properties properties = new Properties();
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path)) {
                OwnerOnly.close(path);
                properties.load(reader);
            } catch (IOException e) {
                throw new LauncherFailure("The settings " + path + " cannot be read: " + e.getMessage() + ".", e);
            }
        }
        return new Settings(properties, System.getenv());
    }

    /** The installation of a checkout as these settings want it. */
    Installation installation(Path checkout) {
        Path home = checkout.resolve(text("kontor.home").orElse(".kontor"));
        Path tenants = checkout.resolve(text("kontor.tenant.config").orElse("tenant-config"));
        String clock = text("kontor.clock").orElse("");
        return new Installation(checkout, home, ports(), Installation.Size.SERVING, tenants, clock);
    }

    Ports ports() {
        Ports base = Ports.fromBase(port("kontor.port.base", Ports.DEFAULT_BASE));
        return new Ports(
                port("kontor.port.http", base.http()),
                port("kontor.port.management", base.management()),
                port("kontor.port.keycloak", base.keycloak()),
                port("kontor.port.keycloakManagement", base.keycloakManagement()),
                port("kontor.port.postgres", base.postgres()));
    }

    private int port(String name, int otherwise) {
        return text(name).map(value -> parse(name, value)).orElse(otherwise);
    }

    private static int parse(String name, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are no port.
        }
        throw new LauncherFailure(
                "The setting " + name + " must be a port from 1 to " + HIGHEST_PORT + ", but is “" + value + "”.");
    }

    private Optional<String> text(String name) {
        String fromEnvironment = environment.get(environmentName(name));
        return Optional.ofNullable(fromEnvironment != null ? fromEnvironment : file.getProperty(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    static String environmentName(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
