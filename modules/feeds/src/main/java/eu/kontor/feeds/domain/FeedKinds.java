package eu.kontor.feeds.domain;

import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import eu.kontor.program.api.LineKind;
import java.util.Optional;

/** The kind of a line by its columns {@code line_kind} and {@code status}; a line without them is a sale. */
final class FeedKinds {

    private final LineFields fields;
    private final boolean hasKind;
    private final boolean hasStatus;

    FeedKinds(LineFields fields) {
        this.fields = fields;
        this.hasKind = fields.has("line_kind");
        this.hasStatus = fields.has("status");
    }

    /** @throws Refusal {@code FEED_WORD_UNKNOWN} */
    FeedLineKind of(TableRecord line) {
        FeedLineKind kind = hasKind && ofItem(line).isEmpty() ? of(line, "line_kind") : FeedLineKind.SALE;
        return hasStatus ? kind.and(of(line, "status")) : kind;
    }

    /** Whatever its state. */
    boolean isRedemption(TableRecord line) {
        return hasKind && ofItem(line).isEmpty() && of(line, "line_kind") == FeedLineKind.REDEMPTION;
    }

    /** Whatever its state. */
    boolean isReturn(TableRecord line) {
        return hasKind && ofItem(line).isEmpty() && of(line, "line_kind") == FeedLineKind.RETURN;
    }

    /** Whether it is a sale of which the state says that it was taken back, with nothing left. */
    boolean isRefundedWhole(TableRecord line) {
        boolean isSaleByKind = !hasKind || ofItem(line).isPresent() || of(line, "line_kind") == FeedLineKind.SALE;
        return isSaleByKind && hasComeBack(line);
    }

    /** By its state. */
    boolean hasComeBack(TableRecord line) {
        return hasStatus && of(line, "status") == FeedLineKind.RETURN;
    }

    /** What was sold, where the kind says that: goods, a tip, a tax. */
    Optional<LineKind> ofItem(TableRecord line) {
        return hasKind ? LineKind.of(fields.text(line, "line_kind")) : Optional.empty();
    }

    private FeedLineKind of(TableRecord line, String name) {
        String word = fields.text(line, name);
        return FeedLineKind.of(word).orElseThrow(() -> fields.unknownWord(name, word, FeedLineKind.ours()));
    }
}
