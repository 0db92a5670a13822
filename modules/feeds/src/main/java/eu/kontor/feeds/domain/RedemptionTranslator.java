package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.TillLine;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import java.util.List;

/**
 * Our own layout for redemptions that a till has already carried out. A redemption always has a card; points below zero come back of one,
 * whose card is known.
 */
final class RedemptionTranslator implements LineTranslator {

    private final LineFields fields;
    private final Returns returns;

    RedemptionTranslator(LineFields fields) {
        this.fields = fields;
        this.returns = new Returns(fields, "reference", "business_date");
    }

    @Override
    public List<Verdict> translate(List<TableRecord> group) {
        TableRecord line = group.getFirst();
        try {
            long points = fields.points(line);
            if (points < 0) {
                return List.of(new Verdict.ToPost(group, returns.points(line, Points.of(-points))));
            }
            String outlet = fields.needed(line, "outlet");
            String reference = fields.needed(line, "reference");
            String card = fields.card(line);
            return List.of(new Verdict.ToPost(
                    group,
                    new TillLine.Redemption(
                            FeedKeys.of(outlet, reference),
                            card.isEmpty() ? fields.needed(line, "card") : card,
                            outlet,
                            Points.of(points),
                            fields.date(line, "business_date"),
                            reference)));
        } catch (Refusal refusal) {
            return List.of(new Verdict.Refused(group, refusal));
        }
    }
}
