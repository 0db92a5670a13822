package eu.kontor.checkout.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RoleLimit;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.api.PostingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Goodwill: a member gets points without a purchase, with a reason, or a mistaken gift of that kind is taken back. Up to the limit of the
 * caller's role it is posted at once; above it a second person approves or declines, never the one who proposed it. Of the caller's
 * tenant; the operator names one. Every step is in the audit trail, and on the statement it is a kind of its own.
 */
public interface Corrections {

    /**
     * Posts, or proposes what is above the caller's limit. Needs TILL, FRONT_DESK, ADMIN or OPERATOR. The same key gets the first
     * answer; after a failure it finishes what was begun, if no second person was needed.
     *
     * @throws eu.kontor.kernel.Refusal {@code CORRECTION_REASON_UNKNOWN}, {@code CORRECTION_TOO_LARGE}, {@code POINTS_NOT_POSITIVE},
     *     {@code REQUEST_KEY_REUSED}, and as for cards
     */
    Correction give(Caller caller, Optional<TenantSlug> tenant, Wish wish);

    /** Takes back what was given by mistake, as a whole; limits hold as for giving. Of ADMIN and OPERATOR it needs a recent sign-in. */
    Correction takeBack(Caller caller, Optional<TenantSlug> tenant, TakingBack wish);

    /**
     * Posts what somebody else proposed. Needs ADMIN, or OPERATOR for what the operator pays for. Who approves once more, after a failure,
     * finishes it. Needs a recent sign-in.
     *
     * @throws eu.kontor.kernel.Refusal {@code CORRECTION_UNKNOWN}, {@code CORRECTION_OWN}, {@code CORRECTION_DECIDED}, {@code SIGN_IN_TOO_OLD}
     */
    Correction approve(Caller caller, Optional<TenantSlug> tenant, long id);

    /** Nothing is posted; as {@link #approve}. Who proposed it may withdraw it in this way. */
    Correction decline(Caller caller, Optional<TenantSlug> tenant, long id, String why);

    /** What waits for somebody first, then the newest. Needs FRONT_DESK, ADMIN, FINANCE, TILL or OPERATOR. */
    List<Correction> list(Caller caller, Optional<TenantSlug> tenant, int limit);

    Optional<Correction> get(Caller caller, Optional<TenantSlug> tenant, long id);

    /** By what was posted for it. */
    Optional<Correction> posted(Caller caller, PostingId posting);

    /** What the brand's configuration says. */
    Rules rules(Caller caller, Optional<TenantSlug> tenant);

    /**
     * @param reason a code of the brand's list
     * @param note in own words, may be empty
     * @param byOperator the operator pays, and not the brand; only the operator may say so
     */
    record Wish(String requestKey, String card, Points points, String reason, String note, boolean byOperator) {}

    /** @param correction that is taken back */
    record TakingBack(String requestKey, long correction, String reason, String note) {}

    /** What became of it. */
    enum State {
        /** It waits for a second person. */
        PROPOSED,
        /** It may be posted, and was not yet: a press more finishes it. */
        APPROVED,
        POSTED,
        DECLINED
    }

    /** @param name how people call the person */
    record Person(String name, Instant at) {}

    /**
     * @param gives false for what takes back
     * @param undoes what it takes back
     * @param takenBack whether something takes this one back
     * @param decidedBy who approved or declined; empty for what was within the limit
     * @param decision why it was declined, may be empty
     * @param posting by which it was posted
     * @param moved what the posting moved: less than wanted where it was taken back and had been spent
     */
    record Correction(
            long id,
            MemberId member,
            CardNumber card,
            Points points,
            boolean gives,
            Optional<Long> undoes,
            boolean takenBack,
            String reason,
            String note,
            boolean byOperator,
            State state,
            LocalDate businessDate,
            Person proposedBy,
            boolean isOwn,
            Optional<Person> decidedBy,
            String decision,
            Optional<PostingId> posting,
            Optional<Points> moved) {}

    /**
     * @param reasons in the brand's order
     * @param limit the caller's own
     * @param most that anybody may give at once, approved or not
     */
    record Rules(List<Reason> reasons, RoleLimit limit, Points most) {}

    /** @param names by language */
    record Reason(String code, Map<String, String> names) {

        public String name(Locale language) {
            return names.getOrDefault(language.getLanguage(), names.getOrDefault("en", code));
        }
    }
}
