package eu.kontor.kernel;

import java.util.Locale;

/**
 * Why a request was refused; stable, part of the API as the problem's {@code type}
 * {@code https://kontor.eu/problems/<slug>} (RFC 9457) and the key of the sentence in the bundles.
 *
 * <p>The number is the HTTP status that the API answers with.
 */
public enum RefusalCode {
    CARD_NUMBER_MALFORMED(400),
    CARD_CHECK_DIGIT_WRONG(400),
    CARD_OF_ANOTHER_COALITION(422),
    CARD_UNKNOWN(404),
    CARD_BLOCKED(409),
    MEMBER_UNKNOWN(404),
    MEMBER_NOT_ACTIVE(409),
    OUTLET_UNKNOWN(422),
    AMOUNT_NOT_POSITIVE(422),
    AMOUNT_ABSURD(422),
    AMOUNT_LINES_DIFFER(422),
    CURRENCY_NOT_USED(422),
    DATE_IN_THE_FUTURE(422),
    DATE_TOO_OLD(422),
    FIELD_MISSING(400),
    FIELD_MALFORMED(400),
    FIELD_TOO_LONG(400),
    TOO_MANY_LINES(400),
    BATCH_TOO_LARGE(413),
    BODY_UNREADABLE(400),
    CURSOR_INVALID(400),
    BALANCE_TOO_LOW(409),
    BELOW_MINIMUM_REDEMPTION(422),
    POINTS_NOT_POSITIVE(422),
    GIFT_TO_ONESELF(422),
    CONFIRMATION_CODE_WRONG(422),
    HOLD_UNKNOWN(404),
    HOLD_ALREADY_CAPTURED(409),
    HOLD_ALREADY_VOIDED(409),
    HOLD_EXPIRED(409),
    PURCHASE_UNKNOWN(404),
    PURCHASE_ALREADY_REVERSED(409),
    REQUEST_KEY_REUSED(409),
    REQUEST_KEY_MISSING(400),
    PROGRAM_NOT_PUBLISHED(409),
    WINDOW_UNKNOWN(404),
    WINDOW_ALREADY_CLOSED(409),
    WINDOW_NOT_OVER(409),
    WINDOW_EARLIER_OPEN(409),
    SEAL_UNKNOWN(404),
    CONTRACT_MISSING(409),
    FEED_UNKNOWN(404),
    FEED_FORMAT_UNKNOWN(422),
    FEED_ENCODING_WRONG(422),
    FEED_EMPTY(422),
    FEED_WITHOUT_LINES(422),
    FEED_HEADER_LACKS_COLUMN(422),
    FEED_LINE_MALFORMED(422),
    FEED_LINE_TOO_LONG(422),
    FEED_QUOTE_OPEN(422),
    FEED_LINE_OF_REFUSED_TICKET(422),
    FEED_ITEM_WITHOUT_PRICE(422),
    FEED_TOO_LARGE(413),
    FEED_FINISHED(409),
    FEED_NAME_INVALID(422),
    CONFIGURATION_INVALID(422),
    TENANT_UNKNOWN(404),
    TENANT_SUSPENDED(403),
    TENANT_IN_USE(409),
    NO_TENANT(403),
    NOT_PERMITTED(403),
    NOT_SIGNED_IN(401),
    SEARCH_TOO_SHORT(422),
    BODY_TOO_LARGE(413),
    PATH_UNKNOWN(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    MEDIA_TYPE_NOT_SUPPORTED(415),
    INTERNAL_FAULT(500),
    UNAVAILABLE(503),
    OVERLOADED(503);

    private final int httpStatus;

    RefusalCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** Lower case with hyphens: {@code card-unknown}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
