package eu.kontor.notification.mail;

import eu.kontor.expiry.api.ExpiryNotices;
import eu.kontor.expiry.api.ExpiryNotices.DueNotice;
import eu.kontor.expiry.api.ExpiryNotices.DueNotices;
import eu.kontor.expiry.api.ExpiryNotices.Notice;
import eu.kontor.expiry.api.ExpiryNotices.ToldBy;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CellText;
import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.membership.api.Addresses;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.notification.api.MemberNotices.Audience;
import eu.kontor.notification.api.MemberNotices.Told;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Lists of members to be told, handed out and taken back. A thousand members or lines at a time. */
@Service
public class NoticeFiles {

    private static final CSVFormat WRITTEN = CSVFormat.RFC4180
            .builder()
            .setHeader(ReturnedNotices.NOTICE, "card", "name", "phone", "points", "expiry", "months", "runs_out_on")
            .get();

    private final Transactions transactions;
    private final ExpiryNotices notices;
    private final Members members;
    private final Addresses addresses;
    private final Audit audit;

    @Inject
    public NoticeFiles(
            Transactions transactions, ExpiryNotices notices, Members members, Addresses addresses, Audit audit) {
        this.transactions = transactions;
        this.notices = notices;
        this.members = members;
        this.addresses = addresses;
        this.audit = audit;
    }

    void writeDue(Caller caller, LocalDate day, Audience audience, OutputStream out) throws IOException {
        CSVPrinter csv =
                new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), WRITTEN);
        DueNotices due = notices.due(caller, day, 0);
        while (due.last() != 0) {
            write(caller, due.notices(), audience, csv);
            due = notices.due(caller, day, due.last());
        }
        csv.flush();
    }

    private void write(Caller caller, List<DueNotice> due, Audience audience, CSVPrinter csv) throws IOException {
        List<MemberId> told =
                due.stream().map(one -> one.notice().member()).distinct().toList();
        Set<MemberId> reached = audience == Audience.EVERYBODY
                ? Set.of()
                : transactions.asOperator(unit -> addresses.of(unit, told)).keySet();
        Map<MemberId, MemberRow> names = members.names(caller, told);
        for (DueNotice one : due) {
            Notice notice = one.notice();
            MemberRow member = names.get(notice.member());
            if (member != null && !reached.contains(notice.member())) {
                csv.printRecord(
                        NoticeKey.of(notice),
                        member.card(),
                        CellText.harmless(member.name()),
                        CellText.harmless(member.phone().orElse("")),
                        one.points(),
                        notice.pocket().policy(),
                        notice.pocket().afterMonths(),
                        notice.runsOutOn());
            }
        }
    }

    Told told(Caller caller, LocalDate toldOn, InputStream file) throws IOException {
        long lines = 0;
        long recorded = 0;
        try (ReturnedNotices list = new ReturnedNotices(file)) {
            List<Notice> batch = list.next(Ledger.MAX_BATCH);
            while (!batch.isEmpty()) {
                lines += batch.size();
                recorded += record(caller, toldOn, batch);
                batch = list.next(Ledger.MAX_BATCH);
            }
        }
        return new Told(recorded, lines - recorded);
    }

    private long record(Caller caller, LocalDate toldOn, List<Notice> batch) {
        return transactions.asOperator(unit -> {
            int recorded =
                    notices.record(caller, batch, toldOn, ToldBy.ELSEWHERE).size();
            audit.record(
                    unit,
                    caller,
                    "record-expiry-notices",
                    toldOn.toString(),
                    Map.of("notices", String.valueOf(recorded)));
            return (long) recorded;
        });
    }
}
