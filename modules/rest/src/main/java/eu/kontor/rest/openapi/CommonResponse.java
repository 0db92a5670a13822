package eu.kontor.rest.openapi;

import eu.kontor.kernel.RefusalCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The problem responses that calls refer to, each with the refusals that may stand in it. */
enum CommonResponse {
    BAD_REQUEST(
            RefusalCode.FIELD_MISSING,
            RefusalCode.FIELD_MALFORMED,
            RefusalCode.FIELD_TOO_LONG,
            RefusalCode.FIELD_CHARACTER_FORBIDDEN,
            RefusalCode.CARD_NUMBER_MALFORMED,
            RefusalCode.CARD_CHECK_DIGIT_WRONG,
            RefusalCode.TOO_MANY_LINES,
            RefusalCode.BODY_UNREADABLE,
            RefusalCode.REQUEST_UNREADABLE,
            RefusalCode.CURSOR_INVALID,
            RefusalCode.REQUEST_KEY_MISSING),
    NOT_SIGNED_IN(RefusalCode.NOT_SIGNED_IN),
    NOT_PERMITTED(
            RefusalCode.NOT_PERMITTED,
            RefusalCode.TENANT_SUSPENDED,
            RefusalCode.NO_TENANT,
            RefusalCode.SECOND_FACTOR_NEEDED,
            RefusalCode.SIGN_IN_TOO_OLD,
            RefusalCode.SIGNAL_ABOUT_ONESELF),
    CARD_UNKNOWN(RefusalCode.CARD_UNKNOWN),
    PURCHASE_UNKNOWN(RefusalCode.PURCHASE_UNKNOWN),
    TICKET_UNKNOWN(RefusalCode.TICKET_UNKNOWN),
    REVERSAL_UNKNOWN(RefusalCode.REVERSAL_UNKNOWN),
    HOLD_UNKNOWN(RefusalCode.HOLD_UNKNOWN),
    GIFT_UNKNOWN(RefusalCode.GIFT_UNKNOWN),
    CORRECTION_UNKNOWN(RefusalCode.CORRECTION_UNKNOWN),
    FEED_UNKNOWN(RefusalCode.FEED_UNKNOWN),
    WINDOW_UNKNOWN(RefusalCode.WINDOW_UNKNOWN, RefusalCode.TENANT_UNKNOWN),
    SIGNAL_UNKNOWN(RefusalCode.SIGNAL_UNKNOWN),
    SEAL_UNKNOWN(RefusalCode.SEAL_UNKNOWN, RefusalCode.TENANT_UNKNOWN),
    TENANT_UNKNOWN(RefusalCode.TENANT_UNKNOWN),
    PROGRAM_UNKNOWN(
            RefusalCode.PROGRAM_VERSION_UNKNOWN,
            RefusalCode.PROGRAM_DRAFT_UNKNOWN,
            RefusalCode.PROGRAM_ELEMENT_UNKNOWN,
            RefusalCode.TENANT_UNKNOWN),
    MESSAGE_UNKNOWN(RefusalCode.MESSAGE_UNKNOWN),
    CONFLICT(
            RefusalCode.REQUEST_KEY_REUSED,
            RefusalCode.TICKET_DIFFERS,
            RefusalCode.RETURN_DIFFERS,
            RefusalCode.MOVE_OF_POINTS_THAT_PAID,
            RefusalCode.CARD_BLOCKED,
            RefusalCode.CARD_REPLACED,
            RefusalCode.CARD_NOT_BLOCKED,
            RefusalCode.CARD_BLOCKED_BY_OPERATOR,
            RefusalCode.TOO_MANY_CARDS,
            RefusalCode.MEMBER_NOT_ACTIVE,
            RefusalCode.MEMBER_MERGED,
            RefusalCode.MEMBER_NOT_MERGED,
            RefusalCode.MERGE_TOO_MANY,
            RefusalCode.MERGE_TOO_OLD,
            RefusalCode.MERGE_LATER_FIRST,
            RefusalCode.CONFIRMATION_CODE_LOCKED,
            RefusalCode.BALANCE_TOO_LOW,
            RefusalCode.BALANCE_TOO_LOW_UNCONFIRMED,
            RefusalCode.HOLD_TOO_SMALL,
            RefusalCode.HOLD_ALREADY_CAPTURED,
            RefusalCode.HOLD_ALREADY_VOIDED,
            RefusalCode.HOLD_EXPIRED,
            RefusalCode.REDEMPTION_AMBIGUOUS,
            RefusalCode.REDEMPTION_NOT_CAPTURED,
            RefusalCode.REDEMPTION_ALREADY_RETURNED,
            RefusalCode.RETURN_EXCEEDS_REDEMPTION,
            RefusalCode.PURCHASE_ALREADY_REVERSED,
            RefusalCode.PURCHASE_MOVED,
            RefusalCode.PURCHASE_AMBIGUOUS,
            RefusalCode.MOVE_OF_WHAT_WAS_RETURNED,
            RefusalCode.RETURN_EXCEEDS_PURCHASE,
            RefusalCode.RETURN_EXCEEDS_LINE,
            RefusalCode.RETURN_EXCEEDS_ITS_PRICE,
            RefusalCode.CORRECTION_DECIDED,
            RefusalCode.CORRECTION_OWN,
            RefusalCode.PROGRAM_NOT_PUBLISHED,
            RefusalCode.PROGRAM_DRAFT_CHANGED,
            RefusalCode.PROGRAM_DRAFT_ENDED,
            RefusalCode.PROGRAM_DRAFT_STALE,
            RefusalCode.PROGRAM_DRAFT_UNCHANGED,
            RefusalCode.PROGRAM_DRAFT_OWN,
            RefusalCode.PROGRAM_DRAFT_NOT_SUBMITTED,
            RefusalCode.PROGRAM_DRAFT_NOT_APPROVED,
            RefusalCode.PROGRAM_DRAFTS_TOO_MANY,
            RefusalCode.PROGRAM_MERGE_CONFLICT,
            RefusalCode.PROGRAM_ELEMENT_OF_FILES,
            RefusalCode.PROGRAM_VERSION_NOT_PLANNED,
            RefusalCode.WINDOW_ALREADY_CLOSED,
            RefusalCode.WINDOW_NOT_OVER,
            RefusalCode.WINDOW_EARLIER_OPEN,
            RefusalCode.CONTRACT_MISSING,
            RefusalCode.PLAN_OUTDATED,
            RefusalCode.SIGNAL_CHANGED),
    TOO_LARGE(
            RefusalCode.BODY_TOO_LARGE,
            RefusalCode.BATCH_TOO_LARGE,
            RefusalCode.FEED_TOO_LARGE,
            RefusalCode.FEED_QUOTA_USED),
    UNPROCESSABLE(
            RefusalCode.CARD_OF_ANOTHER_COALITION,
            RefusalCode.OUTLET_UNKNOWN,
            RefusalCode.FEED_TOO_MANY_WAITING,
            RefusalCode.CURRENCY_NOT_USED,
            RefusalCode.AMOUNT_NOT_POSITIVE,
            RefusalCode.AMOUNT_ABSURD,
            RefusalCode.AMOUNT_LINES_DIFFER,
            RefusalCode.AMOUNT_TENDERS_DIFFER,
            RefusalCode.TOO_MUCH_PAID_WITH_POINTS,
            RefusalCode.RETURN_LINE_UNKNOWN,
            RefusalCode.DATE_IN_THE_FUTURE,
            RefusalCode.DAY_NOT_COME,
            RefusalCode.DATE_TOO_OLD,
            RefusalCode.BELOW_MINIMUM_REDEMPTION,
            RefusalCode.POINTS_NOT_POSITIVE,
            RefusalCode.GIFT_TO_ONESELF,
            RefusalCode.MERGE_INTO_ONESELF,
            RefusalCode.MOVE_TO_THE_SAME_CARD,
            RefusalCode.CONFIRMATION_CODE_WRONG,
            RefusalCode.ABOVE_PURCHASE_LIMIT,
            RefusalCode.ABOVE_CORRECTION_LIMIT,
            RefusalCode.ABOVE_MOVE_LIMIT,
            RefusalCode.ABOVE_DAY_LIMIT,
            RefusalCode.CORRECTION_REASON_UNKNOWN,
            RefusalCode.CORRECTION_TOO_LARGE,
            RefusalCode.CONFIRMATION_CODE_MISTYPED,
            RefusalCode.CONFIRMATION_CODE_WEAK,
            RefusalCode.FEED_NAME_INVALID,
            RefusalCode.FEED_EMPTY,
            RefusalCode.FEED_HEADER_LACKS_COLUMN,
            RefusalCode.NOTICE_LIST_LACKS_COLUMN,
            RefusalCode.NOTICE_LIST_LINE_MALFORMED,
            RefusalCode.PROGRAM_FIRST_DAY_TOO_EARLY,
            RefusalCode.CONFIGURATION_INVALID),
    TOO_FAST(
            RefusalCode.MEMBER_TOO_FAST,
            RefusalCode.TILL_TOO_FAST,
            RefusalCode.OUTLET_TOO_FAST,
            RefusalCode.BRAND_TOO_FAST),
    INTERNAL_FAULT(RefusalCode.INTERNAL_FAULT, RefusalCode.CONFIGURATION_INCOMPLETE),
    OVERLOADED(RefusalCode.OVERLOADED, RefusalCode.UNAVAILABLE, RefusalCode.TENANT_UPDATING);

    /** Every call may be answered with these. */
    static final List<CommonResponse> OF_EVERY_CALL =
            List.of(BAD_REQUEST, NOT_SIGNED_IN, NOT_PERMITTED, INTERNAL_FAULT, OVERLOADED);

    private final List<RefusalCode> codes;

    CommonResponse(RefusalCode... codes) {
        this.codes = List.of(codes);
    }

    /** As resources refer to it: {@code CardUnknown}. */
    String component() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    String status() {
        return Integer.toString(codes.getFirst().httpStatus());
    }

    RefusalCode example() {
        return codes.getFirst();
    }

    String description() {
        return codes.stream()
                .map(code -> "`" + code.slug() + "`")
                .collect(Collectors.joining(", ", "One of the problems ", "."));
    }
}
