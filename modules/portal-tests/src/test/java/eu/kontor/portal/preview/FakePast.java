package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Past;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Windows.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Members had less before; nobody had anything before 2026. */
@ApplicationScoped
public class FakePast implements Past {

    static final Instant FIRST_POSTING = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public MemberAsOf balance(Caller caller, MemberId member, Instant moment) {
        caller.mustBe(Role.OPERATOR);
        if (moment.isAfter(PreviewWorld.NOW)) {
            throw new Refusal(RefusalCode.DAY_NOT_COME, "day", moment);
        }
        if (moment.isBefore(FIRST_POSTING)) {
            return new MemberAsOf(member, moment, List.of(), Points.ZERO, Optional.empty());
        }
        return new MemberAsOf(
                member,
                moment,
                List.of(
                        new PocketAsOf(Pocket.fixedTerm(18), Points.of(300), Points.ZERO),
                        new PocketAsOf(Pocket.inactivity(18), Points.of(1_240), Points.of(200))),
                Points.of(member.value() == 4 ? 150 : 0),
                Optional.empty());
    }

    @Override
    public List<Position> positions(Caller caller, YearMonth window, Optional<TenantId> partner, Instant moment) {
        return List.of();
    }
}
