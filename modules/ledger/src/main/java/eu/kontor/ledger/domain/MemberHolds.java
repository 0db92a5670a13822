package eu.kontor.ledger.domain;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.domain.Journal.HoldEnd;
import eu.kontor.ledger.domain.Journal.HoldEntry;
import eu.kontor.ledger.domain.Transfer.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One member's holds. A redemption's waits for its capture. Points that are pending are held, too, from their purchase on until the right of
 * return has passed: no till made that hold and none can end it; a return takes out of it first what it takes back.
 */
final class MemberHolds {

    private final long member;
    private final MemberAccount.Books books;
    private final MemberPockets pockets;
    private final Map<Long, KnownHold> holds = new LinkedHashMap<>();

    MemberHolds(long member, MemberAccount.Books books, MemberPockets pockets) {
        this.member = member;
        this.books = books;
        this.pockets = pockets;
    }

    void put(KnownHold hold) {
        holds.put(hold.number(), hold);
    }

    List<KnownHold> all() {
        return List.copyOf(holds.values());
    }

    /** One that a till made at a tenant. */
    Optional<KnownHold> ofTill(int tenant, long number) {
        return Optional.ofNullable(holds.get(number)).filter(hold -> hold.tenant() == tenant && !hold.isPending());
    }

    /** @throws Refusal {@code HOLD_UNKNOWN}, and that says how it ended */
    KnownHold open(int tenant, long number, String id) {
        KnownHold hold = ofTill(tenant, number).orElseThrow(() -> new Refusal(RefusalCode.HOLD_UNKNOWN));
        hold.mustBeOpen(id);
        return hold;
    }

    /** Over the pockets in their order. */
    KnownHold reserve(Act act, long points, Instant expires, Place place) {
        List<HoldPart> parts = new ArrayList<>();
        long missing = points;
        for (PocketLine line : pockets.all()) {
            long part = Math.min(line.available(), missing);
            if (part > 0) {
                parts.add(new HoldPart(line.pocket(), part));
                missing -= part;
            }
        }
        return hold(new KnownHold(act.posting(), place.tenant(), place.outlet(), expires, parts, 0, Optional.empty()));
    }

    /** Of nothing there is none: where all points repaid a debt, nothing waits. */
    KnownHold hold(KnownHold hold) {
        if (hold.parts().isEmpty()) {
            return hold;
        }
        put(hold);
        for (HoldPart part : hold.parts()) {
            pockets.line(part.pocket()).hold(part.points());
            books.journal()
                    .write(new HoldEntry(
                            member,
                            hold.number(),
                            hold.tenant(),
                            hold.outlet(),
                            hold.expires(),
                            part,
                            hold.pendingOf()));
        }
        return hold;
    }

    void giveBack(KnownHold hold) {
        hold.parts().forEach(part -> pockets.line(part.pocket()).release(part.points()));
    }

    void ended(KnownHold hold, HoldEnding ending, Act act, long captured) {
        put(hold.ended(ending));
        books.journal().write(new HoldEnd(member, hold.number(), hold.tenant(), ending, act.posting(), captured));
    }

    /** What of a purchase's points repaid no debt is pending, if its brand says so. */
    void beginToWait(Act act, Posting.Earn purchase) {
        if (!willWait(purchase)) {
            return;
        }
        Map<Pocket, Long> points = new TreeMap<>();
        for (AwardPart part : purchase.parts()) {
            points.merge(part.pocket(), part.points().value(), Long::sum);
        }
        points.replaceAll(
                (pocket, earned) -> Math.min(earned, pockets.line(pocket).available()));
        hold(new KnownHold(
                act.posting(),
                purchase.tenant().value(),
                purchase.outlet(),
                purchase.spendableFrom().get(),
                parts(points),
                act.posting(),
                Optional.empty()));
    }

    boolean willWait(Posting.Earn purchase) {
        return purchase.spendableFrom().filter(books.now()::isBefore).isPresent();
    }

    private static List<HoldPart> parts(Map<Pocket, Long> points) {
        return points.entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .map(part -> new HoldPart(part.getKey(), part.getValue()))
                .toList();
    }

    /** Gives back what is pending of a purchase, so that it can be taken. */
    Optional<Interrupted> interrupt(long purchase) {
        return holds.values().stream()
                .filter(hold -> hold.isOpen() && hold.pendingOf() == purchase)
                .findFirst()
                .map(hold -> {
                    giveBack(hold);
                    Map<Pocket, Long> before = new TreeMap<>();
                    hold.parts()
                            .forEach(part -> before.put(
                                    part.pocket(), pockets.line(part.pocket()).consumed()));
                    return new Interrupted(hold, before);
                });
    }

    /** @param consumedBefore of each of its pockets */
    record Interrupted(KnownHold hold, Map<Pocket, Long> consumedBefore) {}

    /** Nothing was taken. */
    void resume(Interrupted wait) {
        wait.hold().parts().forEach(part -> pockets.line(part.pocket()).hold(part.points()));
    }

    /** What was not taken of it goes on waiting, until the same moment. */
    void resume(Act act, Interrupted wait) {
        KnownHold hold = wait.hold();
        ended(hold, HoldEnding.VOIDED, act, 0);
        Map<Pocket, Long> left = new TreeMap<>();
        for (HoldPart part : hold.parts()) {
            long taken = pockets.line(part.pocket()).consumed()
                    - wait.consumedBefore().get(part.pocket());
            left.put(part.pocket(), part.points() - taken);
        }
        hold(new KnownHold(
                act.posting(),
                hold.tenant(),
                hold.outlet(),
                hold.expires(),
                parts(left),
                hold.pendingOf(),
                Optional.empty()));
    }
}
