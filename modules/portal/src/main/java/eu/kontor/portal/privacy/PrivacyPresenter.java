package eu.kontor.portal.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Role;
import eu.kontor.retention.api.Erasures;
import eu.kontor.retention.api.Erasures.Erasure;
import eu.kontor.retention.api.MemberFiles;
import eu.kontor.retention.api.MemberFiles.MemberFile.Part;
import eu.kontor.retention.api.RetentionPeriods;
import eu.kontor.retention.api.RetentionPeriods.Kept;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A member's data, given out and erased. */
@Service
public class PrivacyPresenter {

    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private final MemberFiles files;
    private final Erasures erasures;
    private final RetentionPeriods periods;

    record Figures(List<Kept> periods, List<Erasure> erasures) {}

    @Inject
    public PrivacyPresenter(MemberFiles files, Erasures erasures, RetentionPeriods periods) {
        this.files = files;
        this.erasures = erasures;
        this.periods = periods;
    }

    public static boolean mayAnswerForData(Caller caller) {
        return caller.isAny(Role.OPERATOR);
    }

    String page(Caller caller, MemberId member, Locale language) {
        return files.page(files.of(caller, member), language);
    }

    String json(Caller caller, MemberId member) {
        Map<String, List<JsonNode>> content = new LinkedHashMap<>();
        for (Part part : files.of(caller, member).content()) {
            content.put(part.name(), part.rows());
        }
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON cannot be written", e);
        }
    }

    Optional<Erasure> erasure(Caller caller, MemberId member) {
        return erasures.find(caller, member);
    }

    Erasure erase(Caller caller, MemberId member, String reason) {
        return erasures.erase(caller, member, reason);
    }

    Figures figures(Caller caller) {
        return new Figures(periods.all(caller), erasures.latest(caller));
    }
}
