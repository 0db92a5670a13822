package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.TillLine;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import java.util.List;

/** What became of some neighbouring records of a file before anything was posted. */
public sealed interface Verdict {

    List<TableRecord> records();

    /** Lines of the file, empty ones not counted. */
    default int lines() {
        int lines = 0;
        for (TableRecord each : records()) {
            lines += each.lines();
        }
        return lines;
    }

    /**
     * To be posted, of whatever kind: one file may hold all of them.
     *
     * @param ifNothing why it is skipped, if it takes back what never was posted
     */
    record ToPost(List<TableRecord> records, TillLine line, SkipReason ifNothing) implements Verdict {

        public ToPost(List<TableRecord> records, TillLine line) {
            this(records, line, SkipReason.NOT_COMPLETED);
        }
    }

    /** Earns nothing by its nature. */
    record Skipped(List<TableRecord> records, SkipReason reason) implements Verdict {}

    /** Cannot be read; goes to the reject file. */
    record Refused(List<TableRecord> records, Refusal refusal) implements Verdict {}
}
