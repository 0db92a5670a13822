package eu.kontor.kernel;

import java.util.Optional;

/**
 * From where a caller asks.
 *
 * @param client the program that was signed in with: a tenant's service account, the portal
 * @param address of the machine, as the server sees it behind its proxies
 * @param till which of the client's machines it says it is; told by the client, and believed as far as the client is
 */
public record Origin(Optional<String> client, Optional<String> address, Optional<String> till) {

    /** Of work that nobody asked for over a network. */
    public static final Origin NOWHERE = new Origin(Optional.empty(), Optional.empty(), Optional.empty());

    public static Origin of(String client, String address) {
        return new Origin(Optional.ofNullable(client), Optional.ofNullable(address), Optional.empty());
    }

    public Origin at(Optional<String> other) {
        return new Origin(client, address, other);
    }
}
