package eu.kontor.notification.mail;

import eu.kontor.expiry.api.ExpiryNotices;
import eu.kontor.expiry.api.ExpiryNotices.Announcement;
import eu.kontor.expiry.api.ExpiryNotices.DueNotice;
import eu.kontor.expiry.api.ExpiryNotices.DueNotices;
import eu.kontor.expiry.api.ExpiryNotices.Notice;
import eu.kontor.expiry.api.ExpiryNotices.ToldBy;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.Addresses;
import eu.kontor.membership.api.Addresses.Address;
import eu.kontor.notification.api.MemberNotices.Sent;
import eu.kontor.outbox.api.Outbox;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells members by mail, a thousand members to a transaction. Record and messages stand or fall together; a notice that another
 * node recorded meanwhile is not sent again. The audit trail says who had them told.
 */
@Service
public class NoticeSender {

    private final Transactions transactions;
    private final ExpiryNotices notices;
    private final Addresses addresses;
    private final Outbox outbox;
    private final Audit audit;

    @Inject
    public NoticeSender(
            Transactions transactions, ExpiryNotices notices, Addresses addresses, Outbox outbox, Audit audit) {
        this.transactions = transactions;
        this.notices = notices;
        this.addresses = addresses;
        this.outbox = outbox;
        this.audit = audit;
    }

    Sent send(Caller caller, LocalDate today) {
        long members = 0;
        long sent = 0;
        long after = 0;
        do {
            DueNotices due = notices.due(caller, today, after);
            List<Announcement> announced =
                    transactions.asOperator(unit -> announce(unit, caller, due.notices(), today));
            members += announced.stream()
                    .map(one -> one.notice().member())
                    .distinct()
                    .count();
            sent += announced.size();
            after = due.last();
        } while (after != 0);
        return new Sent(members, sent, true);
    }

    private List<Announcement> announce(UnitOfWork unit, Caller caller, List<DueNotice> due, LocalDate today) {
        Map<MemberId, Address> reached = addresses.of(
                unit, due.stream().map(one -> one.notice().member()).distinct().toList());
        Map<Notice, TenantId> carriers = new HashMap<>();
        for (DueNotice one : due) {
            Address address = reached.get(one.notice().member());
            if (address != null) {
                carriers.put(one.notice(), carrier(address, one.issuer()));
            }
        }
        List<Announcement> announced = notices.record(caller, List.copyOf(carriers.keySet()), today, ToldBy.MAIL);
        outbox.put(
                unit,
                announced.stream()
                        .map(one -> ExpiryNoticeMessage.of(one, carriers.get(one.notice())))
                        .toList());
        if (!announced.isEmpty()) {
            audit.record(
                    unit,
                    caller,
                    "send-expiry-notices",
                    today.toString(),
                    Map.of("notices", String.valueOf(announced.size())));
        }
        return announced;
    }

    /** The brand that issued the first of the points, if the member is its guest; else the first brand that is. */
    private static TenantId carrier(Address address, TenantId issuer) {
        return address.brands().contains(issuer) ? issuer : address.brands().getFirst();
    }
}
