package eu.kontor.expiry.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.LocalDate;
import java.util.List;

/**
 * What members must be told before points may expire, and that they were told. A notice is for a pocket, the day on which
 * points run out, and a place on the pocket's line: points that come later to the same day need a notice of their own, and a
 * day that moves needs a new one. Operator only.
 */
public interface ExpiryNotices {

    /**
     * What must be announced by that day, member after member: whatever runs out within the days of notice and was not
     * announced.
     *
     * @param after the member behind whom to go on; 0 to begin
     */
    DueNotices due(Caller caller, LocalDate day, long after);

    /**
     * Keeps on record that these were told, or are by mail that is on its way; joins the caller's transaction under the operator's role. What is not so any
     * more, or was told before, is left out. A notice by mail announces nothing until {@link #handedOver}.
     *
     * @return what was recorded, with the day that counts; by mail, if it leaves on the same day
     * @throws eu.kontor.kernel.Refusal {@code DAY_NOT_COME}
     */
    List<Announcement> record(Caller caller, List<Notice> notices, LocalDate toldOn, ToldBy toldBy);

    /** What the mail of this must say if it leaves today. */
    Announcement ifItLeftToday(Announcement mail);

    /**
     * Keeps on record that the mail of these leaves today. The days of notice are counted from today: mail that waited moves the
     * day on which points expire. Joins the relay's transaction; the same once more changes nothing.
     *
     * @param mails as they were recorded
     * @return the same in the same order, each with the day that counts and that the mail must name
     */
    List<Announcement> handedOver(UnitOfWork relay, List<Announcement> mails);

    /**
     * Keeps on record that the mail of these found nobody: they count as not told and are due again. Joins the relay's
     * transaction; the same once more changes nothing.
     */
    void notDelivered(UnitOfWork relay, List<Undelivered> notices);

    enum ToldBy {
        MAIL,
        /** By letter or telephone: the operator says so. */
        ELSEWHERE
    }

    /** @param last the member up to whom was looked; 0 when there is nobody further */
    record DueNotices(List<DueNotice> notices, long last) {}

    /** @param issuer the tenant that issued the first of these points */
    record DueNotice(Notice notice, Points points, TenantId issuer) {}

    /** @param lineThrough up to where on the line of points ever earned */
    record Notice(MemberId member, Pocket pocket, LocalDate runsOutOn, long lineThrough) {}

    /**
     * @param expiresOn the later of the day by the policy and the day of telling plus the days of notice
     * @param attempt 1, and one more each time that the same was told before and did not arrive
     */
    record Announcement(Notice notice, Points points, LocalDate expiresOn, int attempt) {

        /** The same for that day, if its own is earlier. */
        public Announcement notBefore(LocalDate day) {
            return expiresOn.isBefore(day) ? new Announcement(notice, points, day, attempt) : this;
        }
    }

    /** @param attempt as in {@link Announcement} */
    record Undelivered(Notice notice, int attempt) {}
}
