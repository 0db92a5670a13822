package eu.kontor.portal.members;

import eu.kontor.kernel.MemberId;
import java.util.Optional;

/** Reads the member's number from the address {@code members/<number>} that {@code Places.member} writes. */
final class MemberAddress {

    private MemberAddress() {}

    /** Empty for a text that names no member at all. */
    static Optional<MemberId> parse(String text) {
        try {
            return Optional.of(new MemberId(Long.parseLong(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
