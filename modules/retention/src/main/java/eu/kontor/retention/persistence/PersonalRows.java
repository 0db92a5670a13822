package eu.kontor.retention.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.MemberId;
import eu.kontor.tenancy.api.PersonalData;
import eu.kontor.tenancy.api.PersonalData.Part;
import eu.kontor.tenancy.api.PersonalData.Where;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatements;

/** Runs what the contexts say about their rows of one member, under whose role the transaction is. */
@Service
public class PersonalRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OTHERS_OF_PERSON = SqlFile.read("retention/others_of_person");

    private final List<Part> parts;

    @Inject
    public PersonalRows(Instance<PersonalData> contexts) {
        this(contexts.stream().toList());
    }

    public PersonalRows(List<PersonalData> contexts) {
        this.parts = contexts.stream()
                .flatMap(context -> context.parts().stream())
                .sorted(Comparator.comparing((Part part) -> !part.name().equals("profile"))
                        .thenComparing(Part::where)
                        .thenComparing(Part::name))
                .toList();
    }

    /** The member's own row first; then the coalition's parts, and each brand's. */
    public List<Part> parts(Where where) {
        return parts.stream().filter(part -> part.where() == where).toList();
    }

    /** Members who turned out to be the same person, whichever of them was merged into which. */
    public List<MemberId> othersOfPerson(UnitOfWork unit, MemberId member) {
        return unit.jdbi()
                .createQuery(OTHERS_OF_PERSON)
                .bind("member", member)
                .mapTo(MemberId.class)
                .list();
    }

    public List<JsonNode> export(UnitOfWork unit, Part part, MemberId member) {
        return part.export().stream()
                .flatMap(statement -> unit
                        .jdbi()
                        .createQuery("select to_jsonb(part)::text from (" + statement + ") as part")
                        .bind("member", member.value())
                        .mapTo(String.class)
                        .list()
                        .stream())
                .map(PersonalRows::json)
                .toList();
    }

    /** The member's own row last: what people wrote is also found by the name, as long as there is one. */
    public void erase(UnitOfWork unit, Where where, MemberId member) {
        for (Part part : parts(where).reversed()) {
            part.erase().ifPresent(statement -> unit.jdbi()
                    .createUpdate(statement)
                    .bind("member", member.value())
                    .execute());
        }
    }

    /** The names of parts in which something is under way that was begun before. */
    public List<String> underWay(UnitOfWork unit, MemberId member, Instant asked) {
        return parts(Where.COALITION).stream()
                .filter(part -> part.underWay().isPresent()
                        && unit.jdbi()
                                .createQuery(part.underWay().get())
                                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                                .bind("member", member.value())
                                .bind("asked", asked.atOffset(ZoneOffset.UTC))
                                .mapTo(Integer.class)
                                .findFirst()
                                .isPresent())
                .map(Part::name)
                .toList();
    }

    private static JsonNode json(String row) {
        try {
            return JSON.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database wrote no JSON", e);
        }
    }
}
