package eu.kontor.tenancy.application.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Policy: each machine has its own name; one that is bound to an outlet is a till, and the outlet is one of the tenant's. */
final class MachineRules {

    private static final String TILL = "till";

    private MachineRules() {}

    static List<FileMistake> check(ConfigurationFile file) {
        List<FileMistake> mistakes = new ArrayList<>();
        JsonNode machines = file.content().path("machines");
        Set<String> outlets = new HashSet<>();
        file.content()
                .path("outlets")
                .forEach(outlet -> outlets.add(outlet.path("code").asText()));
        Set<String> names = new HashSet<>();
        JsonNode clients = machines.path("clients");
        for (int i = 0; i < clients.size(); i++) {
            JsonNode client = clients.get(i);
            String pointer = "/machines/clients/" + i;
            String name = client.path("name").asText();
            if (!names.add(name)) {
                mistakes.add(file.mistake(pointer + "/name", "another name; \"" + name + "\" is taken further up"));
            }
            if (client.has("outlet")) {
                outlet(file, pointer, client, outlets, mistakes);
            }
        }
        if (!machines.path("wholeAccount").asBoolean(true) && clients.isEmpty()) {
            mistakes.add(
                    file.mistake("/machines/wholeAccount", "true, or a client under clients: no till could sign in"));
        }
        return mistakes;
    }

    private static void outlet(
            ConfigurationFile file, String pointer, JsonNode client, Set<String> outlets, List<FileMistake> mistakes) {
        String job = client.path("job").asText();
        if (!job.equals(TILL)) {
            mistakes.add(file.mistake(
                    pointer + "/outlet", "no outlet; a machine with the job " + job + " works for the whole brand"));
        } else if (!outlets.contains(client.path("outlet").asText())) {
            mistakes.add(file.mistake(pointer + "/outlet", "the code of one of the outlets"));
        }
    }
}
