package eu.kontor.retention.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.retention.api.GuestNotes.Note;
import eu.kontor.retention.persistence.RetentionEntities;
import eu.kontor.tenancy.application.AuditTrail;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ABrandKeepsItsNotesTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final MemberId GUEST = new MemberId(4711);

    private final Caller hotelDesk = desk(DATABASE.tenant("notes-hotel"), Role.FRONT_DESK);
    private final Caller cafeDesk = desk(DATABASE.tenant("notes-cafe"), Role.FRONT_DESK);
    private final TenantNotes notes = new TenantNotes(
            DATABASE.transactions(new RetentionEntities()), new AuditTrail(Clock.systemUTC()), Clock.systemUTC());

    @Test
    void for_its_own_people_newest_first() {
        Note first = notes.add(hotelDesk, GUEST, "  Prefers a quiet room ");
        Note second = notes.add(hotelDesk, GUEST, "喜欢茶");
        assertThat(notes.of(hotelDesk, GUEST)).startsWith(second, first);
        assertThat(first.text()).isEqualTo("Prefers a quiet room");
        assertThat(notes.of(cafeDesk, GUEST)).isEmpty();
    }

    @Test
    void until_one_is_removed_by_its_own_people() {
        Note note = notes.add(hotelDesk, GUEST, "Allergic to nuts");
        notes.remove(cafeDesk, note.id());
        assertThat(notes.of(hotelDesk, GUEST)).contains(note);
        notes.remove(hotelDesk, note.id());
        assertThat(notes.of(hotelDesk, GUEST)).doesNotContain(note);
    }

    @Test
    void neither_empty_nor_too_long_and_not_for_finance() {
        assertThatThrownBy(() -> notes.add(hotelDesk, GUEST, " ")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> notes.add(hotelDesk, GUEST, "x".repeat(501))).isInstanceOf(Refusal.class);
        Caller finance = desk(hotelDesk.tenant().orElseThrow(), Role.FINANCE);
        assertThatThrownBy(() -> notes.of(finance, GUEST))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.NOT_PERMITTED));
    }

    private static Caller desk(TenantId tenant, Role role) {
        return new Caller("someone", "Someone", Optional.of(tenant), Set.of(role), Locale.ENGLISH);
    }
}
