package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Debtors;
import eu.kontor.membership.api.MemberLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** A few of the two dozen are new, two have lost their cards, and one owes. */
@ApplicationScoped
public class FakeSegments implements MemberLists, Debtors {

    @Override
    public Page<Listed> newSince(Caller caller, LocalDate since, Optional<String> cursor, int limit) {
        return page(LongStream.of(24, 22, 21, 17, 13));
    }

    @Override
    public Page<Listed> withBlockedCard(Caller caller, Optional<String> cursor, int limit) {
        return page(LongStream.of(7, 14));
    }

    @Override
    public Page<Debtor> list(Caller caller, Optional<String> cursor, int limit) {
        return new Page<>(List.of(new Debtor(new MemberId(6), Points.of(1_240))), Optional.empty());
    }

    private static Page<Listed> page(LongStream members) {
        return new Page<>(
                members.mapToObj(id -> new Listed(
                                new MemberId(id), PreviewWorld.today().minusDays(24 - id)))
                        .toList(),
                Optional.empty());
    }
}
