package eu.kontor.rest.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.retention.api.Erasures.Erasure;
import eu.kontor.retention.api.MemberFiles.MemberFile;
import eu.kontor.retention.api.MemberFiles.MemberFile.Part;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the operator's automation is answered about members' data. */
public final class PrivacyAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};

    private PrivacyAnswers() {}

    /** Everything that is held about one member. */
    @Schema(name = "MemberFile")
    public record MemberFileAnswer(
            @Schema(
                            description =
                                    "rows by part: `profile`, `cards`, `enrolments`, `consents`, `balances`, `movements`, `holds`, `debts`, `gifts`, `notices`,"
                                            + " `on-their-way`, `acts`, `signals`, `held-lines`, `erasure`; and of each brand, with its name in `brand`: `purchases`,"
                                            + " `returns`, `redemptions`, `returned-redemptions`, `points-given`, `corrections`, `notes`. New parts may come.",
                            type = SchemaType.OBJECT)
                    Map<String, List<Map<String, Object>>> content) {

        static MemberFileAnswer of(MemberFile file) {
            Map<String, List<Map<String, Object>>> content = new LinkedHashMap<>();
            for (Part part : file.content()) {
                content.put(
                        part.name(),
                        part.rows().stream()
                                .map(row -> JSON.convertValue(row, ROW))
                                .toList());
            }
            return new MemberFileAnswer(content);
        }
    }

    /** Erasures that are under way, then the latest. */
    @Schema(name = "Erasures")
    public record ErasuresAnswer(List<ErasureAnswer> erasures) {}

    /** What became of a wish to be erased. */
    @Schema(name = "Erasure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ErasureAnswer(
            @Schema(description = "the member's number, which stays", examples = "4711") long member,
            Instant askedAt,
            @Schema(description = "who asked for it") String askedBy,
            String reason,
            @Schema(description = "points given up with it", examples = "1250") long points,
            @Schema(
                            description =
                                    "what of the member was still under way when it was last looked at, such as `on-their-way` or `balances`; `files` until all files were gone through, `unread-files` where some could not be read; looked at again every few minutes")
                    List<String> waitsFor,
            @Schema(description = "absent while something is waited for") Instant doneAt) {

        static ErasureAnswer of(Erasure erasure) {
            return new ErasureAnswer(
                    erasure.member().value(),
                    erasure.askedAt(),
                    erasure.askedBy(),
                    erasure.reason(),
                    erasure.points().value(),
                    erasure.waitsFor(),
                    erasure.doneAt().orElse(null));
        }
    }

    /** Why a member is erased. */
    @Schema(name = "ErasureWish")
    public record ErasureBody(
            @Schema(
                            description =
                                    "kept for good, and so must repeat no name, phone or mail of the member; at most 200 characters",
                            examples = "asked for by letter of 3 March",
                            required = true)
                    String reason) {}
}
