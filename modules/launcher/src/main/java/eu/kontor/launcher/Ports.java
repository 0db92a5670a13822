package eu.kontor.launcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of one installation, all on 127.0.0.1.
 *
 * @param http the API and the portal
 * @param management the server's metrics, and its health with details
 * @param keycloak sign-in
 * @param keycloakManagement Keycloak's health
 * @param postgres the database
 */
public record Ports(int http, int management, int keycloak, int keycloakManagement, int postgres) {

    /** The default of the setting {@code kontor.port.base}. */
    public static final int DEFAULT_BASE = 9000;

    private static final int HTTP_OFFSET = 80;
    private static final int MANAGEMENT_OFFSET = 90;
    private static final int KEYCLOAK_OFFSET = 180;
    private static final int KEYCLOAK_MANAGEMENT_OFFSET = 190;
    private static final int POSTGRES_OFFSET = 432;

    /** The ports of a checkout whose base is {@code base}: 9000 gives 9080, 9090, 9180, 9190 and 9432. */
    public static Ports fromBase(int base) {
        return new Ports(
                base + HTTP_OFFSET,
                base + MANAGEMENT_OFFSET,
                base + KEYCLOAK_OFFSET,
                base + KEYCLOAK_MANAGEMENT_OFFSET,
                base + POSTGRES_OFFSET);
    }

    /** Five ports that nobody listens on at this moment. */
    public static Ports free() {
        List<Integer> free = FreePort.find(5);
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
    }

    /** Those that somebody listens on at this moment, each with who that is; empty when all are free. */
    public List<String> taken() {
        return byName().values().stream()
                .filter(PortOwner::isTaken)
                .map(port -> port + " (" + PortOwner.of(port) + ")")
                .toList();
    }

    /** What each port is for, and the setting that changes it. */
    Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("http", http);
        ports.put("management", management);
        ports.put("keycloak", keycloak);
        ports.put("keycloakManagement", keycloakManagement);
        ports.put("postgres", postgres);
        return ports;
    }
}
