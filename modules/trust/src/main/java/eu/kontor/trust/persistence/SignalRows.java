package eu.kontor.trust.persistence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.Signal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeMap;

/** {@code coalition.signal}. */
@Service
public class SignalRows {

    /** The moment of each of the times, among its facts. */
    static final String AT = "at";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String RAISE = SqlFile.read("trust/raise");

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
