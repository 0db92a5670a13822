package eu.kontor.tenancy.application.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A client of a tenant with one job.
 *
 * @param name within the tenant; the client is {@code <slug>.<name>}
 * @param job {@code till}, {@code feed}, {@code finance-export} or {@code enrol}
 * @param outlet the code of the one outlet for which it may act
 */
public record TenantMachine(String name, String job, Optional<String> outlet) {

    /**
     * The clients of a tenant's tills and systems.
     *
     * @param wholeAccount whether {@code svc-<slug>}, which may do what all jobs may, is one of them
     */
    public record Park(boolean wholeAccount, List<TenantMachine> machines) {

        /** What a tenant has whose file says nothing of machines, as all had before there were jobs. */
        public static final Park WHOLE_ACCOUNT = new Park(true, List.of());

        public Park {
            machines = List.copyOf(machines);
        }
    }

    /** Reads {@code machines} of a tenant's file. */
    public static Park of(JsonNode machines) {
        List<TenantMachine> all = new ArrayList<>();
        machines.path("clients")
                .forEach(client -> all.add(new TenantMachine(
                        client.path("name").asText(),
                        client.path("job").asText(),
                        Optional.of(client.path("outlet").asText("")).filter(code -> !code.isEmpty()))));
        return new Park(machines.path("wholeAccount").asBoolean(true), all);
    }
}
