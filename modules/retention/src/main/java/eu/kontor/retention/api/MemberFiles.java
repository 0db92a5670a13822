package eu.kontor.retention.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import java.util.List;
import java.util.Locale;

/** Everything that the house holds about a member, for the member. For the operator, who signed in lately; leaves an entry in the audit trail. */
public interface MemberFiles {

    /** @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED}, {@code SIGN_IN_TOO_OLD}, {@code MEMBER_UNKNOWN} */
    MemberFile of(Caller caller, MemberId member);

    /** A page that is read in a browser and printed, in the member's language or another. */
    String page(MemberFile file, Locale language);

    /** @param content a list of rows for each part, by its name; rows of brands say which */
    record MemberFile(MemberId member, List<Part> content) {

        public MemberFile {
            content = List.copyOf(content);
        }

        public record Part(String name, List<JsonNode> rows) {

            public Part {
                rows = List.copyOf(rows);
            }
        }
    }
}
