package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.TillLine;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import java.util.List;

/** A line whose state says that its sale was called off: it takes back what was posted for it, if anything was. */
final class CalledOff {

    private CalledOff() {}

    /** Skipped where it does not say what it calls off, as lines of what never was often do not. */
    static Verdict verdict(List<TableRecord> group, LineFields fields, String date, String reference) {
        TableRecord line = group.getFirst();
        try {
            return new Verdict.ToPost(
                    group,
                    new TillLine.CalledOff(
                            fields.needed(line, "outlet"), fields.date(line, date), fields.needed(line, reference)));
        } catch (Refusal unnamed) {
            return new Verdict.Skipped(group, SkipReason.NOT_COMPLETED);
        }
    }
}
