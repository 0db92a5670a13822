package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import java.util.List;

/**
 * A line whose state says that its sale was called off, or a ticket of which nothing is left to pay: it takes back what was posted for
 * it, if anything was.
 */
final class CalledOff {

    private CalledOff() {}

    /** Skipped where it does not say what it calls off, as lines of what never was often do not. */
    static Verdict verdict(List<TableRecord> group, LineFields fields, String date, String reference) {
        return verdict(group, fields, What.SALE, date, reference, SkipReason.NOT_COMPLETED);
    }

    /** @param ifNothing why it is skipped where nothing was posted */
    static Verdict verdict(
            List<TableRecord> group,
            LineFields fields,
            What what,
            String date,
            String reference,
            SkipReason ifNothing) {
        TableRecord line = group.getFirst();
        try {
            return new Verdict.ToPost(
                    group,
                    new TillLine.CalledOff(
                            what,
                            fields.needed(line, "outlet"),
                            fields.date(line, date),
                            fields.needed(line, reference)),
                    ifNothing);
        } catch (Refusal unnamed) {
            return new Verdict.Skipped(group, ifNothing);
        }
    }
}
