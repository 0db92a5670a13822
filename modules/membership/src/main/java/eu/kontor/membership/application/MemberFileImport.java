package eu.kontor.membership.application;

import eu.kontor.files.api.SentTable;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.membership.api.MemberImport;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.membership.domain.ConfirmationCode;
import eu.kontor.membership.persistence.ImportedMembers;
import eu.kontor.membership.persistence.ImportedMembers.ImportedMember;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Imports members from a table, a batch per transaction; the last one leaves an entry in the audit trail. */
@Service
public class MemberFileImport implements MemberImport {

    /** Rows per statement: the gain of more is small. */
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final ImportedMembers members;
    private final CodeHashing hashing;
    private final CardRules rules;
    private final Audit audit;

    @Inject
    public MemberFileImport(
            Transactions transactions, ImportedMembers members, CodeHashing hashing, CardRules rules, Audit audit) {
        this.transactions = transactions;
        this.members = members;
        this.hashing = hashing;
        this.rules = rules;
        this.audit = audit;
    }

    @Override
    public Imported run(Caller caller, InputStream file) throws IOException {
        caller.mustBe(Role.OPERATOR);
        caller.mustHaveProvenLately();
        Tally tally = new Tally();
        try (SentTable lines = new SentTable(file, "members", COLUMNS)) {
            write(lines, tally);
        }
        transactions.asOperator(unit -> {
            audit.record(unit, caller, "import-members", "coalition", Map.of("created", Long.toString(tally.created)));
            return null;
        });
        return tally.toImported();
    }

    private void write(SentTable lines, Tally tally) throws IOException {
        List<ImportedMember> batch = new ArrayList<>(BATCH);
        for (Optional<TableRecord> line = lines.next(); line.isPresent(); line = lines.next()) {
            add(lines, line.get(), batch, tally);
            if (batch.size() == BATCH) {
                write(batch, tally);
            }
        }
        write(batch, tally);
    }

    private void add(SentTable lines, TableRecord line, List<ImportedMember> batch, Tally tally) {
        try {
            batch.add(read(lines, line));
        } catch (Refusal refusal) {
            tally.refuse(line.lineNumber(), refusal.getMessage());
        }
    }

    private void write(List<ImportedMember> batch, Tally tally) {
        if (!batch.isEmpty()) {
            int created = transactions.asOperator(unit -> members.write(unit, batch));
            tally.created += created;
            tally.known += batch.size() - created;
            batch.clear();
        }
    }

    private ImportedMember read(SentTable lines, TableRecord line) {
        line.malformed().ifPresent(refusal -> {
            throw refusal;
        });
        CardNumber card = CardNumber.parse(lines.card(line, "card_number"));
        rules.cardMustBeOurs(card);
        String code = lines.digits(line, "confirmation_code");
        NewMember form = NewMemberForm.checked(new NewMember(
                lines.text(line, "given_name"),
                lines.text(line, "family_name"),
                Optional.of(lines.digits(line, "phone")),
                Optional.of(lines.text(line, "email")),
                Locale.forLanguageTag(
                        NewMemberForm.text("language", lines.text(line, "language"), NewMemberForm.LONGEST_LANGUAGE)),
                code,
                false));
        return new ImportedMember(
                form, card, date(lines.text(line, "member_since")), hashing.hashOfMany(new ConfirmationCode(code)));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "member_since",
                    "value",
                    text,
                    "expected",
                    Phrase.of("a-date-such-as", "2026-01-31"));
        }
    }

    private static final class Tally {
        private long created;
        private long known;
        private long refused;
        private final List<RefusedLine> reasons = new ArrayList<>();

        private void refuse(long line, String reason) {
            refused++;
            if (reasons.size() < MOST_REASONS) {
                reasons.add(new RefusedLine(line, reason));
            }
        }

        private Imported toImported() {
            return new Imported(created, known, refused, List.copyOf(reasons));
        }
    }
}
