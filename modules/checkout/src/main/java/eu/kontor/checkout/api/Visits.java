package eu.kontor.checkout.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.program.api.Earning;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Purchases as the tenant filed them in its own schema; a few seconds behind the ledger, but for one that is asked for by its id. */
public interface Visits {

    /** Whoever names a purchase by its reference alone has its receipt at hand. */
    int DAYS_OF_REFERENCES = 90;

    /** Newest first, at most {@code limit}. */
    List<Visit> ofMember(Caller caller, MemberId member, int limit);

    /** Who was here last, by the latest purchases: at most {@code limit} guests, the latest visit first. */
    List<Seen> latestGuests(Caller caller, int limit);

    /** What tills called so in the last {@link #DAYS_OF_REFERENCES} days, at whatever outlet: the newest first. */
    List<PostingId> byReference(Caller caller, String reference, int limit);

    /**
     * What a bill at an outlet usually comes to: the middle of its latest ones.
     *
     * @return empty as long as there are too few to tell
     */
    Optional<MoneyAmount> usual(Caller caller, String outlet, Currency currency);

    /** One purchase with its lines and the reason for its points. */
    Optional<Visit> get(Caller caller, PostingId purchase);

    /**
     * @param reversed nothing is left of it
     * @param award who paid for the points, and into which pocket they went
     */
    record Visit(
            PostingId purchase,
            String outlet,
            LocalDate businessDate,
            Optional<LocalTime> businessTime,
            MoneyAmount amount,
            List<Purchase.Line> lines,
            Earning earning,
            Points points,
            boolean reversed,
            String reference,
            List<AwardPart> award,
            TakenBack takenBack) {}

    /** @param day of the last visit */
    record Seen(MemberId member, LocalDate day) {}

    /**
     * What came back until now.
     *
     * @param reversals their ids, the oldest first; see {@link TillRecords#reversal}
     * @param amountLeft that can still be returned
     * @param pointsLeft that are still to be taken back with it
     */
    record TakenBack(List<PostingId> reversals, MoneyAmount amountLeft, Points pointsLeft) {}
}
