package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Points;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rows of one ticket say of points that paid: so many were redeemed, and so many came back, which are below zero. What such a row
 * says of money is how much the points paid, and not a part of what was sold.
 */
final class RedeemedPoints {

    private final LineFields fields;
    private final FeedKinds kinds;
    private final Returns returns;
    private final List<TableRecord> redeemed = new ArrayList<>();
    private final List<TableRecord> calledOff = new ArrayList<>();
    private final List<TableRecord> returnCalledOff = new ArrayList<>();
    private final Map<OwnWords, Back> back = new LinkedHashMap<>();
    private boolean isRedeemed;
    private long points;

    /** Of one redemption that is named. */
    private static final class Back {
        private final List<TableRecord> records = new ArrayList<>();
        private long points;

        void add(TableRecord line, long some) {
            records.add(line);
            points = Math.addExact(points, some);
        }
    }

    /** Says that a redemption was called off. */
    @FunctionalInterface
    interface Call {
        Verdict verdict(List<TableRecord> records, What what, SkipReason ifNothing);
    }

    RedeemedPoints(LineFields fields, FeedKinds kinds, Returns returns) {
        this.fields = fields;
        this.kinds = kinds;
        this.returns = returns;
    }

    void add(TableRecord line) {
        if (!fields.has("points")) {
            throw fields.unknownWord("line_kind", fields.text(line, "line_kind"), "sale, return");
        }
        long some = fields.points(line);
        if (some < 0 && returns.namesSale(line)) {
            back.computeIfAbsent(returns.words(line), redemption -> new Back()).add(line, -some);
            return;
        }
        isRedeemed |= some >= 0;
        points = Math.addExact(points, some);
        redeemed.add(line);
    }

    /** A row of which a state says that it is nothing any more, or that its points were given back. */
    void callOff(TableRecord line) {
        if (!fields.isBelowZero(line, "points")) {
            calledOff.add(line);
        } else if (kinds.hasComeBack(line)) {
            add(line);
        } else {
            returnCalledOff.add(line);
        }
    }

    int calledOff() {
        return calledOff.size() + returnCalledOff.size();
    }

    /** What of the ticket was paid with points in the end. */
    Points paid() {
        return Points.of(isRedeemed ? Math.max(0, points) : 0);
    }

    List<Verdict> verdicts(String card, Call call) {
        List<Verdict> verdicts = new ArrayList<>();
        back.values()
                .forEach(each -> verdicts.add(new Verdict.ToPost(
                        List.copyOf(each.records), returns.points(each.records.getFirst(), Points.of(each.points)))));
        if (!redeemed.isEmpty()) {
            skip(calledOff, verdicts);
            skip(returnCalledOff, verdicts);
            verdicts.add(ofTicket(card, call));
            return verdicts;
        }
        if (!calledOff.isEmpty()) {
            verdicts.add(call.verdict(calledOff, What.REDEMPTION, SkipReason.NOT_COMPLETED));
        }
        if (!returnCalledOff.isEmpty()) {
            verdicts.add(returns.calledOff(List.copyOf(returnCalledOff), true));
        }
        return verdicts;
    }

    private static void skip(List<TableRecord> records, List<Verdict> verdicts) {
        if (!records.isEmpty()) {
            verdicts.add(new Verdict.Skipped(List.copyOf(records), SkipReason.NOT_COMPLETED));
        }
    }

    private Verdict ofTicket(String card, Call call) {
        TableRecord first = redeemed.getFirst();
        if (isRedeemed && points == 0 && redeemed.size() > 1) {
            return call.verdict(redeemed, What.REDEMPTION, SkipReason.NOT_COMPLETED);
        }
        if (points < 0) {
            return new Verdict.ToPost(List.copyOf(redeemed), returns.points(first, Points.of(-points)));
        }
        String outlet = fields.needed(first, "outlet");
        String number = fields.needed(first, "ticket");
        return new Verdict.ToPost(
                List.copyOf(redeemed),
                new TillLine.Redemption(
                        FeedKeys.of(outlet, number),
                        card,
                        outlet,
                        Points.of(points),
                        fields.date(first, "date"),
                        number));
    }
}
