package eu.kontor.ledger.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;

/**
 * Names one posting (a purchase, a hold). Its text carries the member, because every key of the ledger begins with the
 * member: finding a posting never searches.
 *
 * @param number unique in the coalition, growing
 */
public record PostingId(MemberId member, long number) {

    private static final int RADIX = 36;

    /** For example {@code 1z-4gk2}: member and number in base 36. */
    public String text() {
        return Long.toString(member.value(), RADIX) + '-' + Long.toString(number, RADIX);
    }

    /** @param unknown the refusal for a text that is no id at all, such as {@code PURCHASE_UNKNOWN} */
    public static PostingId parse(String text, RefusalCode unknown) {
        int hyphen = text.indexOf('-');
        try {
            return new PostingId(
                    new MemberId(Long.parseLong(text.substring(0, Math.max(hyphen, 0)), RADIX)),
                    Long.parseLong(text.substring(hyphen + 1), RADIX));
        } catch (IllegalArgumentException e) {
            throw new Refusal(unknown, "id", text);
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
