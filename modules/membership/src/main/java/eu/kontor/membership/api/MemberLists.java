package eu.kontor.membership.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Members whom a desk may want without knowing a name. A tenant's caller is told of its own members, the operator of all.
 *
 * <p>All of them refuse others than staff with {@code NOT_PERMITTED}.
 */
public interface MemberLists {

    /** Who became a member on {@code since} or later, the latest first. @throws eu.kontor.kernel.Refusal {@code CURSOR_INVALID} */
    Page<Listed> newSince(Caller caller, LocalDate since, Optional<String> cursor, int limit);

    /**
     * Whose card is blocked and was not replaced, the latest first; a member with two such cards comes twice.
     *
     * @throws eu.kontor.kernel.Refusal {@code CURSOR_INVALID}
     */
    Page<Listed> withBlockedCard(Caller caller, Optional<String> cursor, int limit);

    /** @param day of what the list is about, where the caller is */
    record Listed(MemberId member, LocalDate day) {}
}
