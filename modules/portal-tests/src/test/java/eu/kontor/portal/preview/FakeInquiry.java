package eu.kontor.portal.preview;

import eu.kontor.checkout.api.BalanceInquiry;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.membership.api.CardBearer;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Members.CardRow;
import eu.kontor.membership.api.Members.MemberDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Every ninth guest never was here, until something is posted for them. */
@ApplicationScoped
public class FakeInquiry implements BalanceInquiry {

    private static final Points LEAST = Points.of(200);

    private final FakeMembers members;
    private final FakeLedger ledger;

    protected FakeInquiry() {
        this(null, null);
    }

    @Inject
    public FakeInquiry(FakeMembers members, FakeLedger ledger) {
        this.members = members;
        this.ledger = ledger;
    }

    @Override
    public CardBalance of(Caller caller, CardNumber card) {
        MemberDetails member = members.byCard(caller, card);
        CardRow row = member.cards().getFirst();
        boolean isGuest = member.enrolledHere() || ledger.hasPosted(member.member());
        CardHolder holder = new CardHolder(
                card, member.member(), row.blocked(), row.replacedByEnding(), member.active(), member.tier(), isGuest);
        CardBearer bearer = new CardBearer(
                holder,
                member.name(),
                FakeMembers.givenName(member),
                Optional.of(member.language()),
                Optional.of(member.memberSince()));
        MemberBalance balance = ledger.of(member.member());
        return new CardBalance(
                isGuest ? bearer : bearer.asStranger(),
                holder.problem().isEmpty(),
                Optional.of(LEAST),
                holder.problem().isEmpty() && !LEAST.isMoreThan(balance.available()),
                isGuest ? Optional.of(balance) : Optional.empty());
    }
}
