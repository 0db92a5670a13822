package eu.kontor.portal.members;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances;
import eu.kontor.portal.members.MembersPresenter.EnrolmentForm;
import eu.kontor.portal.members.MembersPresenter.MemberLine;
import eu.kontor.portal.preview.FakeSegments;
import eu.kontor.portal.preview.PreviewDesk;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingAndEnrollingMembersTest {

    private final Caller admin =
            new Caller("a", "Ana", Optional.of(new TenantId(3)), Set.of(Role.ADMIN), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final MembersPresenter presenter = presenter(world.balances());

    private MembersPresenter presenter(Balances balances) {
        FakeSegments segments = new FakeSegments();
        return new MembersPresenter(
                world.members(), balances, segments, segments, world.visits(), null, world.inquiry());
    }

    @Test
    void aLineHasThePersonAndTheBalance() {
        List<MemberLine> found =
                presenter.search(admin, "marina", Optional.empty(), 10).rows();

        MemberId marina = found.getFirst().member();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().name()).isEqualTo("Marina Vidal");
        assertThat(found.getFirst().available())
                .isEqualTo(world.balances().of(List.of(marina)).get(marina).available());
    }

    @Test
    void of_a_strangers_card_a_list_tells_what_a_till_is_told() {
        // No balance is even asked for.
        MemberLine stranger = presenter(null)
                .search(admin, PreviewDesk.cardOf(9).grouped().replace(' ', '-'), Optional.empty(), 10)
                .rows()
                .getFirst();

        assertThat(stranger.name()).isEqualTo("Inés");
        assertThat(stranger.phone()).isEmpty();
        assertThat(stranger.available()).isEqualTo(Points.ZERO);
        assertThat(stranger.told()).contains(new MembersPresenter.Told(true, true));
    }

    @Test
    void a_guests_card_finds_the_guest_with_everything() {
        MemberLine guest = presenter
                .search(admin, PreviewDesk.cardOf(2).value(), Optional.empty(), 10)
                .rows()
                .getFirst();

        assertThat(guest.told()).isEmpty();
        assertThat(guest.available().isZero()).isFalse();
        assertThat(guest.phone()).isPresent();
    }

    @Test
    void a_card_of_nobody_finds_nobody() {
        assertThat(presenter(null)
                        .search(admin, PreviewDesk.cardOf(99_999).value(), Optional.empty(), 10)
                        .rows())
                .isEmpty();
    }

    @Test
    void whoFitsNobodyAsksForNoBalances() {
        assertThat(presenter(null).search(admin, "zzz", Optional.empty(), 10).rows())
                .isEmpty();
    }

    @Test
    void aNewMemberGetsACardAndLosesTheSpacesAroundTheName() {
        var made =
                presenter.enrol(admin, new EnrolmentForm(" Eva ", " Ruiz", "", null, Locale.ENGLISH, "904613", true));

        assertThat(made.name()).isEqualTo("Eva Ruiz");
        assertThat(made.card().value()).isNotBlank();
    }

    @Test
    void a_segment_has_its_members_in_its_order_with_the_day_that_it_is_about() {
        List<MemberLine> seen = presenter
                .segment(admin, Segment.RECENT, LocalDate.of(2026, 11, 22), Optional.empty(), 50)
                .rows();

        assertThat(seen).extracting(line -> line.day().orElseThrow()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(seen.getFirst().name()).isEqualTo("Marina Vidal");
        assertThat(presenter.size(admin, Segment.RECENT, LocalDate.of(2026, 11, 22)))
                .isEqualTo(seen.size());
    }

    @Test
    void who_owes_comes_with_the_debt() {
        assertThat(presenter
                        .segment(admin, Segment.DEBT, LocalDate.of(2026, 11, 22), Optional.empty(), 50)
                        .rows())
                .singleElement()
                .extracting(MemberLine::debt)
                .isEqualTo(Points.of(1_240));
    }

    @Test
    void the_operator_has_no_tills_and_sees_no_visits() {
        assertThat(Segment.of(new Caller("o", "Olga", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH)))
                .doesNotContain(Segment.RECENT)
                .contains(Segment.NEW);
    }
}
