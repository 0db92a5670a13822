package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Posting.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything a batch is going to write, collected while its items are decided; nothing in it is ever changed. */
public final class Journal {

    private final List<Transfer> transfers = new ArrayList<>();
    private final List<KnownRequest> requests = new ArrayList<>();
    private final List<HoldEntry> holds = new ArrayList<>();
    private final List<HoldEnd> holdEnds = new ArrayList<>();
    private final List<Reversal> reversals = new ArrayList<>();
    private final List<ReversedLine> reversedLines = new ArrayList<>();
    private final List<RedemptionReturn> redemptionReturns = new ArrayList<>();
    private final List<Gift> gifts = new ArrayList<>();
    private final Map<PassingKey, Passing> passings = new LinkedHashMap<>();
    private final List<PassedDebt> passedDebts = new ArrayList<>();
    private final List<Award> awards = new ArrayList<>();
    private final List<Told> notes = new ArrayList<>();

    void write(Transfer transfer) {
        transfers.add(transfer);
    }

    void write(KnownRequest request) {
        requests.add(request);
    }

    void write(HoldEntry hold) {
        holds.add(hold);
    }

    void write(HoldEnd end) {
        holdEnds.add(end);
    }

    void write(Reversal reversal) {
        reversals.add(reversal);
    }

    void write(ReversedLine line) {
        reversedLines.add(line);
    }

    void write(RedemptionReturn back) {
        redemptionReturns.add(back);
    }

    void write(Gift gift) {
        gifts.add(gift);
    }

    /** One row of each pair of accounts and posting. */
    void write(Passing passing) {
        passings.merge(
                new PassingKey(passing.member(), passing.posting(), passing.recipient()),
                passing,
                (one, more) -> one.and(more.points()));
    }

    void write(PassedDebt debt) {
        passedDebts.add(debt);
    }

    void write(Award award) {
        awards.add(award);
    }

    void tell(Posting posting, Effect effect) {
        posting.note()
                .ifPresent(note -> notes.add(new Told(
                        posting,
                        note.topic(),
                        note.payload().apply(effect),
                        effect.id().number())));
    }

    /** False when neither points moved nor a request was decided. */
    public boolean hasPostings() {
        return !transfers.isEmpty() || !requests.isEmpty();
    }

    public List<Transfer> transfers() {
        return transfers;
    }

    public List<KnownRequest> requests() {
        return requests;
    }

    public List<HoldEntry> holds() {
        return holds;
    }

    public List<HoldEnd> holdEnds() {
        return holdEnds;
    }

    public List<Reversal> reversals() {
        return reversals;
    }

    public List<ReversedLine> reversedLines() {
        return reversedLines;
    }

    public List<RedemptionReturn> redemptionReturns() {
        return redemptionReturns;
    }

    public List<Gift> gifts() {
        return gifts;
    }

    public List<Passing> passings() {
        return List.copyOf(passings.values());
    }

    public List<PassedDebt> passedDebts() {
        return passedDebts;
    }

    public List<Award> awards() {
        return awards;
    }

    /** What is to be told of what was newly posted, in the order of the batch. */
    public List<Told> notes() {
        return notes;
    }

    /**
     * Points of one pocket reserved by a hold.
     *
     * @param pendingOf 0 for a redemption's
     */
    public record HoldEntry(
            long member, long hold, int tenant, int outlet, Instant expires, HoldPart part, long pendingOf) {}

    /** @param points captured; 0 unless the end is a capture */
    public record HoldEnd(long member, long hold, int tenant, HoldEnding ending, long posting, long points) {}

    /**
     * What became of what a purchase earned from one funder in one pocket.
     *
     * @param run which return of the purchase it is, from 1 on; there is one of each, so that two at once cannot both be the next
     * @param part from 1 on
     * @param tenant the funder
     * @param taken points that the member still had
     * @param owed points that the member had spent: now a debt to the funder
     * @param expired points of the purchase that had expired: neither taken nor owed
     * @param amount paid back, in the currency's smallest unit; 0 where all that was left came back without telling it
     * @param isByLine lines were told
     * @param isLast nothing is left of the purchase
     */
    public record Reversal(
            long member,
            long purchase,
            int run,
            int part,
            long posting,
            int tenant,
            int outlet,
            long taken,
            long owed,
            long expired,
            long amount,
            boolean isByLine,
            boolean isLast) {}

    /**
     * @param line of the purchase, from 1 on
     * @param units that came back, in thousandths
     * @param tenant whose purchase it is
     */
    public record ReversedLine(long member, long purchase, long posting, int line, long units, int tenant) {}

    /** @param run which return of the redemption it is, from 1 on; there is one of each */
    public record RedemptionReturn(long member, long hold, int run, long posting, long points, int tenant) {}

    /**
     * Why there is a transfer of a purchase that has several, or is paid by another tenant. What one rule of the purchase's own
     * tenant gave, the purchase itself tells.
     *
     * @param posting the purchase
     * @param funder in whose books the transfer is
     */
    public record Award(long member, long posting, long transfer, long points, int funder, String rule) {}

    /** @param member the giver */
    public record Gift(
            long member, long posting, long recipient, long points, LocalDate businessDate, int tenant, int outlet) {}

    private record PassingKey(long member, long posting, long recipient) {}

    /** Points that went from one account of a person to another, as part of a posting. */
    public record Passing(long member, long posting, long recipient, long points) {

        Passing and(long more) {
            return new Passing(member, posting, recipient, points + more);
        }
    }

    /** The same of what is owed to an outlet. */
    public record PassedDebt(long member, long posting, long recipient, int tenant, int outlet, long points) {}

    /** @param number of the posting that it tells of */
    public record Told(Posting posting, String topic, String payload, long number) {}
}
