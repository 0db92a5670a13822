package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.domain.MemberAccount.Books;
import eu.kontor.ledger.domain.OpenLots.IssuedLot;
import eu.kontor.ledger.domain.PocketLine.Cause;
import eu.kontor.ledger.domain.PostedPurchase.Earned;
import eu.kontor.ledger.domain.PostedRedemption.Drawn;
import eu.kontor.ledger.domain.Transfer.Act;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One member's pockets, the soonest to expire first. Whatever moves points into or out of a pocket moves them here, and is
 * written to the journal as a transfer.
 */
final class MemberPockets {

    private final long member;
    private final Books books;
    private final NavigableMap<Pocket, PocketLine> lines = new TreeMap<>();
    private final Map<Pocket, OpenLots> lots = new HashMap<>();
    private boolean knowsLots;

    MemberPockets(long member, Books books) {
        this.member = member;
        this.books = books;
    }

    void add(PocketLine line) {
        lines.put(line.pocket(), line);
    }

    /** A pocket that the member has. */
    PocketLine line(Pocket pocket) {
        return lines.get(pocket);
    }

    boolean doesKnowLots() {
        return knowsLots;
    }

    /** From now on it is kept which points lie in the pockets; only who gives, or whose points expire, needs to know. */
    void knowLots() {
        knowsLots = true;
    }

    void addLot(Pocket pocket, IssuedLot lot) {
        lots.computeIfAbsent(pocket, fresh -> new OpenLots()).add(lot);
    }

    /** Opens the pocket if the member has none like it. */
    PocketLine opened(Pocket pocket) {
        return lines.computeIfAbsent(pocket, fresh -> new PocketLine(fresh, 0, 0, 0, Cause.NONE));
    }

    /**
     * The one that keeps the day of an activity which concerns no pocket by itself. One that was opened for a purchase without points is
     * none yet: whether it is seen here would depend on what was posted together.
     */
    PocketLine first() {
        return lines.values().stream().filter(PocketLine::isUsed).findFirst().orElseThrow();
    }

    Collection<PocketLine> all() {
        return lines.values();
    }

    long available() {
        return lines.values().stream().mapToLong(PocketLine::available).sum();
    }

    /** The last visit, whichever pocket it was for; one visit keeps all of them alive. */
    Optional<LocalDate> lastActivity() {
        return lines.values().stream()
                .flatMap(line -> line.lastActivity().stream())
                .max(LocalDate::compareTo);
    }

    /**
     * A purchase or redemption that was taken back as a whole keeps nothing alive; what was the very first activity began the time all the same.
     *
     * @param posting of the purchase, or of the hold
     */
    void unvisited(long posting) {
        boolean isAliveWithout = lines.values().stream().anyMatch(line -> line.wasActiveWithout(posting));
        lines.values().stream()
                .filter(line -> line.isActiveBy(posting))
                .forEach(line -> line.unvisited(isAliveWithout));
    }

    /** Points come into a pocket. @return the transfer's number */
    long earn(Act act, PocketLine line, long points, Place place, int programVersion) {
        return comeIn(act, TransferKind.EARN, line, points, place, programVersion);
    }

    /** Points come into a pocket. @return the transfer's number */
    long comeIn(Act act, TransferKind kind, PocketLine line, long points, Place place, int programVersion) {
        long before = line.earn(points);
        if (knowsLots) {
            addLot(line.pocket(), new IssuedLot(place, act.businessDate(), line.earned()));
        }
        return write(act, kind, line, new Interval(points, before), place, programVersion);
    }

    /**
     * Points pass through transit into the same pockets of another member, the soonest to expire first and of each pocket the
     * oldest. Every lot goes by itself: in the name of its issuer, on the day on which it was issued.
     *
     * @param points at most what is available
     * @param aliveSince the last activity that the points go by from now on, as long as the recipient shows none
     */
    void give(Act act, long points, MemberPockets recipient, Optional<LocalDate> aliveSince) {
        long missing = points;
        for (PocketLine line : lines.values()) {
            long part = Math.min(line.available(), missing);
            missing -= part;
            if (part > 0) {
                PocketLine target = recipient.opened(line.pocket());
                aliveSince.ifPresent(day -> target.visited(day, 0));
                pass(act, line, part, recipient, Passage.GIFT);
            }
        }
    }

    /** By which kinds points go from one member's pockets into another's. */
    private enum Passage {
        GIFT(TransferKind.GIFT_GIVEN, TransferKind.GIFT_RECEIVED),
        MERGE(TransferKind.MERGED_AWAY, TransferKind.MERGED_IN);

        private final TransferKind out;
        private final TransferKind in;

        Passage(TransferKind out, TransferKind in) {
            this.out = out;
            this.in = in;
        }
    }

    private void pass(Act act, PocketLine line, long points, MemberPockets recipient, Passage kinds) {
        long left = points;
        while (left > 0) {
            IssuedLot lot = lots.get(line.pocket()).at(line.consumed());
            long part = Math.min(lot.after() - line.consumed(), left);
            Act issue = new Act(act.posting(), lot.issued(), books.settlesIn(lot.issued()), act.by());
            consume(issue, kinds.out, line, part, lot.issuer());
            recipient.comeIn(issue, kinds.in, recipient.opened(line.pocket()), part, lot.issuer(), 0);
            left -= part;
        }
    }

    /**
     * Points go on into another account of the same person, as {@link #give}; nobody's activity changes by it.
     *
     * @return the points that went, at most what is available
     */
    long passOn(Act act, long atMost, MemberPockets to) {
        long missing = atMost;
        for (Pocket pocket : List.copyOf(lines.keySet())) {
            missing -= passOn(act, pocket, missing, to);
        }
        return atMost - missing;
    }

    /** The same out of one pocket. */
    long passOn(Act act, Pocket pocket, long atMost, MemberPockets to) {
        PocketLine line = lines.get(pocket);
        long points = line == null ? 0 : Math.min(line.available(), atMost);
        if (points > 0) {
            pass(act, line, points, to, Passage.MERGE);
        }
        return points;
    }

    /**
     * Points of a redemption come back: from whom redeemed them into transit, and from there into their pockets, every lot by itself: in
     * the name of its issuer, on the day on which it was issued.
     */
    void comeBack(Act act, PostedRedemption redemption, long points) {
        Map<Pocket, List<Drawn>> byPocket = new LinkedHashMap<>();
        redemption.last(points).forEach(lot -> byPocket.computeIfAbsent(lot.pocket(), fresh -> new ArrayList<>())
                .add(lot));
        byPocket.forEach((pocket, lots) -> {
            PocketLine line = opened(pocket);
            long sum = lots.stream().mapToLong(Drawn::points).sum();
            Act redeemed = onTheDay(redemption.businessDate(), act);
            write(redeemed, TransferKind.REDEMPTION_RETURNED, line, new Interval(sum, 0), redemption.redeemer(), 0);
            lots.forEach(lot -> comeIn(
                    onTheDay(lot.issued(), act), TransferKind.POINTS_RETURNED, line, lot.points(), lot.issuer(), 0));
        });
    }

    /** Something of an earlier day, in the window of the act, and never in one before that day. */
    Act onTheDay(LocalDate day, Act act) {
        LocalDate own = books.settlesIn(day);
        return new Act(act.posting(), day, own.isAfter(act.window()) ? own : act.window(), act.by());
    }

    /** @return the points that expired, up to a place on the line and at most what is available */
    long expire(Act act, PocketLine line, long through) {
        long before = line.consumed();
        long end = Math.min(through, before + line.available());
        while (line.consumed() < end) {
            IssuedLot lot = lots.get(line.pocket()).at(line.consumed());
            long points = Math.min(lot.after(), end) - line.consumed();
            consume(act, TransferKind.EXPIRE, line, points, lot.issuer());
        }
        return line.consumed() - before;
    }

    /** Nothing is left, not even on hold. */
    boolean areEmpty() {
        return lines.values().stream().allMatch(line -> line.earned() == line.consumed());
    }

    /** Points leave a pocket, the oldest first. */
    void consume(Act act, TransferKind kind, PocketLine line, long points, Place place) {
        long before = line.consume(points);
        write(act, kind, line, new Interval(points, before), place, 0);
    }

    /**
     * Consumes what is available, up to {@code wanted} points, from the pockets in their order.
     *
     * @return the points consumed
     */
    long take(Act act, TransferKind kind, long wanted, Place place) {
        long missing = wanted;
        for (PocketLine line : lines.values()) {
            missing -= take(act, kind, missing, place, line);
        }
        return wanted - missing;
    }

    /** Takes back a part of a purchase from the pocket that it was earned into. @return the points taken */
    long takeBack(Act act, TransferKind kind, Earned part, long wanted) {
        return part.pocket()
                .map(lines::get)
                .map(line -> take(act, kind, wanted, part.place(), line))
                .orElse(0L);
    }

    private long take(Act act, TransferKind kind, long wanted, Place place, PocketLine line) {
        long points = Math.min(line.available(), wanted);
        if (points > 0) {
            consume(act, kind, line, points, place);
        }
        return points;
    }

    private long write(Act act, TransferKind kind, PocketLine line, Interval moved, Place place, int programVersion) {
        long number = books.nextNumber();
        books.journal()
                .write(new Transfer(
                        member,
                        number,
                        act,
                        kind,
                        line.pocket(),
                        moved.points(),
                        place.tenant(),
                        place.outlet(),
                        moved.before(),
                        programVersion));
        return number;
    }

    private record Interval(long points, long before) {}
}
