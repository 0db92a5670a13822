package eu.kontor.expiry.application;

import eu.kontor.expiry.api.ExpiryNotices;
import eu.kontor.expiry.persistence.NoticeRows;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Finds what must be announced, a thousand members at a time, and keeps on record what was. */
@Service
public class LedgerNotices implements ExpiryNotices {

    private final Transactions transactions;
    private final ExpiryCalendar calendar;

    @Inject
    public LedgerNotices(Transactions transactions, ExpiryCalendar calendar) {
        this.transactions = transactions;
        this.calendar = calendar;
    }

    @Override
    public DueNotices due(Caller caller, LocalDate day, long after) {
        caller.mustBe(Role.OPERATOR);
        LocalDate horizon = day.plusDays(calendar.noticeDays());
        return transactions.asOperator(unit -> {
            NoticeRows rows = new NoticeRows(unit.jdbi());
            List<Long> members = rows.candidates(after, horizon, Ledger.MAX_BATCH);
            return members.isEmpty()
                    ? new DueNotices(List.of(), 0)
                    : new DueNotices(rows.due(members, horizon), members.getLast());
        });
    }

    @Override
    public List<Announcement> record(Caller caller, List<Notice> notices, LocalDate toldOn, ToldBy toldBy) {
        caller.mustBe(Role.OPERATOR);
        if (toldOn.isAfter(calendar.today())) {
            throw new Refusal(RefusalCode.DAY_NOT_COME, "day", toldOn);
        }
        return notices.isEmpty()
                ? List.of()
                : transactions.asOperator(unit -> new NoticeRows(unit.jdbi())
                        .insert(notices, toldOn, toldBy, calendar.noticeDays(), calendar.now()));
    }

    @Override
    public Announcement ifItLeftToday(Announcement mail) {
        return mail.notBefore(calendar.today().plusDays(calendar.noticeDays()));
    }

    @Override
    public List<Announcement> handedOver(UnitOfWork relay, List<Announcement> mails) {
        LocalDate today = calendar.today();
        List<Announcement> leaving = mails.stream().map(this::ifItLeftToday).toList();
        new NoticeRows(relay.jdbi()).insertHandedOver(leaving, today, calendar.now());
        return leaving;
    }

    @Override
    public void notDelivered(UnitOfWork relay, List<Undelivered> notices) {
        new NoticeRows(relay.jdbi()).insertUndelivered(notices, calendar.now());
    }
}
