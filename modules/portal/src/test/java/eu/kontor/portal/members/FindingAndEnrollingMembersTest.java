package eu.kontor.portal.members;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.members.MembersPresenter.EnrolmentForm;
import eu.kontor.portal.members.MembersPresenter.MemberLine;
import eu.kontor.portal.preview.PreviewDesk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingAndEnrollingMembersTest {

    private final Caller admin =
            new Caller("a", "Ana", Optional.of(new TenantId(3)), Set.of(Role.ADMIN), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final MembersPresenter presenter = new MembersPresenter(world.members(), world.balances(), null);

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
    void whoFitsNobodyAsksForNoBalances() {
        assertThat(new MembersPresenter(world.members(), null, null)
                        .search(admin, "zzz", Optional.empty(), 10)
                        .rows())
                .isEmpty();
    }

    @Test
    void aNewMemberGetsACardAndLosesTheSpacesAroundTheName() {
        var made =
                presenter.enrol(admin, new EnrolmentForm(" Eva ", " Ruiz", "", null, Locale.ENGLISH, "904613", true));

        assertThat(made.name()).isEqualTo("Eva Ruiz");
        assertThat(made.card().value()).isNotBlank();
    }
}
