package eu.kontor.retention.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.retention.api.GuestNotes;
import eu.kontor.retention.persistence.GuestNote;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Notes on guests, written and read by the people of one brand. */
@Service
public class TenantNotes implements GuestNotes {

    /** Nobody at a desk reads more. */
    private static final int MOST_NOTES = 100;

    private static final String OF_MEMBER = "from GuestNote where memberId = :member order by id desc";
    private static final Role[] READERS = {Role.ADMIN, Role.FRONT_DESK};

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public TenantNotes(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Note> of(Caller caller, MemberId member) {
        caller.mustBe(READERS);
        return transactions.asTenant(caller.tenantOrRefuse(), unit -> unit.entityManager()
                .createQuery(OF_MEMBER, GuestNote.class)
                .setParameter("member", member.value())
                .setMaxResults(MOST_NOTES)
                .getResultStream()
                .map(GuestNote::toNote)
                .toList());
    }

    @Override
    public Note add(Caller caller, MemberId member, String text) {
        caller.mustBe(READERS);
        String checked = checked(text);
        return transactions.asTenant(caller.tenantOrRefuse(), unit -> {
            GuestNote note = new GuestNote(
                    member, checked, caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            unit.entityManager().persist(note);
            return note.toNote();
        });
    }

    @Override
    public void remove(Caller caller, long noteId) {
        caller.mustBe(READERS);
        transactions.asTenant(caller.tenantOrRefuse(), unit -> {
            GuestNote note = unit.entityManager().find(GuestNote.class, noteId);
            if (note != null) {
                unit.entityManager().remove(note);
                audit.record(
                        unit,
                        caller,
                        "remove-guest-note",
                        "member " + note.member().value(),
                        Map.of());
            }
            return noteId;
        });
    }

    private static String checked(String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "note");
        }
        if (stripped.length() > MAX_LENGTH) {
            throw new Refusal(RefusalCode.FIELD_TOO_LONG, "field", "note", "limit", MAX_LENGTH);
        }
        return TextPolicy.LINES.checked("note", stripped);
    }
}
