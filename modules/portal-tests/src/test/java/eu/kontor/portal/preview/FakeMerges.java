package eu.kontor.portal.preview;

import eu.kontor.checkout.api.Merges;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.membership.api.MemberLinks.Link;
import eu.kontor.membership.api.MemberLinks.Undone;
import eu.kontor.membership.api.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One guest of the town once signed up twice; nobody else is merged by it. */
@ApplicationScoped
public class FakeMerges implements Merges {

    private static final MemberId PERSON = new MemberId(3);
    private static final MemberId OTHER = new MemberId(12);

    private final Members members;
    private final Balances balances;

    @Inject
    public FakeMerges(Members members, Balances balances) {
        this.members = members;
        this.balances = balances;
    }

    @Override
    public Comparison compare(Caller caller, CardNumber card, CardNumber into) {
        Side merged = side(caller, card);
        Side surviving = side(caller, into);
        if (merged.member().member().equals(surviving.member().member())) {
            return new Comparison(
                    merged, surviving, Optional.empty(), Optional.of(new Refusal(RefusalCode.MERGE_INTO_ONESELF)));
        }
        return new Comparison(
                merged, surviving, Optional.of(surviving.balance().and(merged.balance())), Optional.empty());
    }

    private Side side(Caller caller, CardNumber card) {
        MemberId member = PreviewWorld.member(card);
        return new Side(members.get(caller, member), balances.of(member));
    }

    @Override
    public Merged merge(Caller caller, MergeWish wish) {
        MemberBalance after = compare(caller, wish.card(), wish.into()).after().orElseThrow();
        return new Merged(link(), after.available(), after.debt(), false);
    }

    @Override
    public Parting parting(Caller caller, CardNumber card) {
        return new Parting(link(), balances.of(OTHER), balances.of(PERSON), Optional.empty());
    }

    @Override
    public Merged undo(Caller caller, CardNumber card, String reason) {
        return new Merged(link(), Points.of(1), Points.ZERO, false);
    }

    @Override
    public List<Link> of(Caller caller, MemberId member) {
        return member.equals(PERSON) || member.equals(OTHER) ? List.of(link(), undone()) : List.of();
    }

    private static Link link() {
        return link(2, OTHER, Optional.empty());
    }

    private static Link undone() {
        return link(
                1,
                new MemberId(8),
                Optional.of(new Undone(
                        PreviewWorld.NOW.minus(Duration.ofDays(20)),
                        "another guest of that name",
                        Points.of(90),
                        Points.ZERO)));
    }

    private static Link link(long number, MemberId member, Optional<Undone> undone) {
        return new Link(
                number,
                member,
                PERSON,
                PreviewWorld.card(member.value()),
                PreviewWorld.card(PERSON.value()),
                PreviewWorld.NOW.minus(Duration.ofDays(31)),
                PreviewWorld.NOW.plus(Duration.ofDays(59)),
                "two sign-ups of one guest, passport seen",
                Points.of(640),
                Points.ZERO,
                undone);
    }
}
