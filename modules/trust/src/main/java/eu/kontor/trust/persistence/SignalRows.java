package eu.kontor.trust.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.SignalDesk.Fact;
import eu.kontor.trust.api.SignalDesk.SignalRow;
import eu.kontor.trust.api.SignalDesk.Wanted;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.SignalState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code coalition.signal}. */
@Service
public class SignalRows {

    /** The moment of each of the times, among its facts. */
    static final String AT = "at";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String RAISE = SqlFile.read("trust/raise");
    private static final String LIST = SqlFile.read("trust/list");
    private static final String FIND = SqlFile.read("trust/find");
    private static final String COUNTS = SqlFile.read("trust/counts");

    /** @param times how often it happened since it was last told */
    public void raise(UnitOfWork unit, Signal signal, Instant at, int times) {
        unit.jdbi()
                .createQuery(RAISE)
                .bind("tenant", signal.tenant().map(TenantId::value))
                .bind("kind", signal.kind().slug())
                .bind("aboutKind", signal.about().kind().slug())
                .bind("about", signal.about().id())
                .bind("occurrence", signal.occurrence())
                .bind("facts", facts(signal, at))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("times", times)
                .mapTo(Long.class)
                .findOne();
    }

    private record Row(
            long signalId,
            Optional<TenantId> tenantId,
            String kind,
            String aboutKind,
            String about,
            String state,
            String facts,
            int times,
            Instant firstAt,
            Instant lastAt,
            Optional<String> note,
            Optional<String> changedBy,
            Optional<Instant> changedAt,
            int version) {

        SignalRow row() {
            return new SignalRow(
                    signalId,
                    tenantId,
                    SignalKind.ofSlug(kind),
                    new Signal.About(Signal.About.Kind.ofSlug(aboutKind), about),
                    SignalState.ofSlug(state),
                    read(facts),
                    times,
                    firstAt,
                    lastAt,
                    note,
                    changedBy,
                    changedAt,
                    version);
        }

        private static List<Fact> read(String json) {
            try {
                List<Fact> facts = new ArrayList<>();
                for (Map<String, String> told :
                        JSON.readValue(json, new TypeReference<List<TreeMap<String, String>>>() {})) {
                    Instant at = Instant.parse(told.remove(AT));
                    facts.add(new Fact(at, told));
                }
                return facts;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("facts that the database took are no list", e);
            }
        }
    }

    private record Counted(String state, long signals) {}

    /** Newest first. */
    public List<SignalRow> before(UnitOfWork unit, long number, Wanted wanted, int most) {
        return unit.jdbi()
                .createQuery(LIST)
                .bind("before", number)
                .bind("state", wanted.state().map(SignalState::slug))
                .bind("kind", wanted.kind().map(SignalKind::slug))
                .bind("tenant", wanted.tenant().map(TenantId::value))
                .bind("most", most)
                .mapTo(Row.class)
                .map(Row::row)
                .list();
    }

    public Optional<SignalRow> find(UnitOfWork unit, long number) {
        return unit.jdbi()
                .createQuery(FIND)
                .bind("signal", number)
                .mapTo(Row.class)
                .findOne()
                .map(Row::row);
    }

    public Map<SignalState, Long> counts(UnitOfWork unit) {
        return unit.jdbi()
                .createQuery(COUNTS)
                .mapTo(Counted.class)
                .collect(Collectors.toMap(counted -> SignalState.ofSlug(counted.state()), Counted::signals));
    }

    private static String facts(Signal signal, Instant at) {
        ObjectNode json = JSON.createObjectNode();
        json.put(AT, at.toString());
        new TreeMap<>(signal.facts()).forEach((name, value) -> json.put(name, cut(value)));
        return json.toString();
    }

    private static String cut(String value) {
        return value.length() > Signal.LONGEST_FACT ? value.substring(0, Signal.LONGEST_FACT) : value;
    }
}
