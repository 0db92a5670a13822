package eu.kontor.tenancy.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Staff;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.CoalitionRecord;
import eu.kontor.tenancy.persistence.TenantRecords;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** People as the files that were last applied to their end name them. */
@Service
public class StaffOfFiles implements Staff {

    /** What the schema of a person says where the file says nothing. */
    private static final String USUAL_LANGUAGE = "en";

    private final Transactions transactions;
    private final TenantRecords tenants;
    private final CoalitionRecord coalition;

    @Inject
    public StaffOfFiles(Transactions transactions, TenantRecords tenants, CoalitionRecord coalition) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.coalition = coalition;
    }

    @Override
    public List<Colleague> of(TenantId tenant, Role role) {
        String word = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return transactions.asOperator(tenants::all).stream()
                .filter(record -> record.tenant().id().equals(tenant))
                .flatMap(record -> people(record.configuration(), person -> has(person, word)).stream())
                .toList();
    }

    @Override
    public List<Colleague> operators() {
        return transactions
                .asOperator(coalition::read)
                .map(stored -> people(stored.configuration(), person -> true))
                .orElse(List.of());
    }

    private static List<Colleague> people(JsonNode file, Predicate<JsonNode> wanted) {
        List<Colleague> people = new ArrayList<>();
        for (JsonNode person : file.path("people")) {
            if (wanted.test(person)) {
                people.add(new Colleague(
                        person.path("givenName").asText()
                                + ' '
                                + person.path("familyName").asText(),
                        person.path("email").asText(),
                        Locale.forLanguageTag(person.path("language").asText(USUAL_LANGUAGE))));
            }
        }
        return people;
    }

    private static boolean has(JsonNode person, String role) {
        for (JsonNode each : person.path("roles")) {
            if (each.asText().equals(role)) {
                return true;
            }
        }
        return false;
    }
}
