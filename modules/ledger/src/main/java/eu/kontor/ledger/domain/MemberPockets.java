package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.domain.MemberAccount.Books;
import eu.kontor.ledger.domain.Transfer.Act;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    /** Opens the pocket if the member has none like it. */
    PocketLine opened(Pocket pocket) {
        return lines.computeIfAbsent(pocket, fresh -> new PocketLine(fresh, 0, 0, 0, null));
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

    /** Points come into a pocket. */
    void earn(Act act, PocketLine line, long points, Place place, int programVersion) {
        long before = line.earn(points);
        write(act, TransferKind.EARN, line, new Interval(points, before), place, programVersion);
    }

    /** Points leave a pocket, the oldest first. */
    void consume(Act act, TransferKind kind, PocketLine line, long points, Place place) {
        long before = line.consume(points);
        write(act, kind, line, new Interval(points, before), place, 0);
    }

    /**
     * Consumes what is available, up to {@code wanted} points, from {@code first} and then from the pockets in their order.
     *
     * @return the points consumed
     */
    long take(Act act, TransferKind kind, long wanted, Place place, Optional<Pocket> first) {
        List<PocketLine> order = new ArrayList<>(lines.values());
        first.map(lines::get).ifPresent(line -> {
            order.remove(line);
            order.addFirst(line);
        });
        long missing = wanted;
        for (PocketLine line : order) {
            long part = Math.min(line.available(), missing);
            if (part > 0) {
                consume(act, kind, line, part, place);
                missing -= part;
            }
        }
        return wanted - missing;
    }

    private void write(Act act, TransferKind kind, PocketLine line, Interval moved, Place place, int programVersion) {
        books.journal()
                .write(new Transfer(
                        member,
                        books.nextNumber(),
                        act,
                        kind,
                        line.pocket(),
                        moved.points(),
                        place.tenant(),
                        place.outlet(),
                        moved.before(),
                        programVersion));
    }

    private record Interval(long points, long before) {}
}
