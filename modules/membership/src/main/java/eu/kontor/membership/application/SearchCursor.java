package eu.kontor.membership.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.persistence.MemberSearch;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The opaque text between two pages of a search: the last member's number and name. */
final class SearchCursor {

    private SearchCursor() {}

    static String write(MemberSearch.Position position) {
        String text = position.memberId() + ":" + position.searchName();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal {@code CURSOR_INVALID} */
    static MemberSearch.Position read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return new MemberSearch.Position(text.substring(colon + 1), Long.parseLong(text.substring(0, colon)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
    }
}
