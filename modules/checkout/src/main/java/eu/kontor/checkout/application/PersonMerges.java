package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Merges;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AccountMerges;
import eu.kontor.ledger.api.AccountMerges.Moved;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Actors;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.membership.api.MemberLinks;
import eu.kontor.membership.api.MemberLinks.Link;
import eu.kontor.membership.api.Members;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Merges members and their accounts in one transaction, under the poster's role: the members' rows are locked first, so that of two merges at
 * once the second sees what the first did, then their accounts, as for any posting. What would be is found by doing it and taking it back.
 */
@Service
public class PersonMerges implements Merges {

    private final Transactions transactions;
    private final MemberLinks links;
    private final Members members;
    private final Balances balances;
    private final AccountMerges accounts;
    private final Actors actors;
    private final Audit audit;

    @Inject
    public PersonMerges(
            Transactions transactions,
            MemberLinks links,
            Members members,
            Balances balances,
            AccountMerges accounts,
            Actors actors,
            Audit audit) {
        this.transactions = transactions;
        this.links = links;
        this.members = members;
        this.balances = balances;
        this.accounts = accounts;
        this.actors = actors;
        this.audit = audit;
    }

    @Override
    public Comparison compare(Caller caller, CardNumber card, CardNumber into) {
        mayMerge(caller);
        Pair pair = transactions.asPoster(unit -> pair(unit, caller, card, into));
        Side merged = side(caller, pair.member());
        Side surviving = side(caller, pair.into());
        try {
            MemberBalance after = tried(unit -> {
                if (!links.link(unit, pair.member(), pair.into(), "tried")) {
                    return balances.of(pair.into());
                }
                accounts.tryMerge(pair.member(), pair.into());
                return balances.of(pair.into());
            });
            return new Comparison(merged, surviving, Optional.of(after), Optional.empty());
        } catch (Refusal refusal) {
            return new Comparison(merged, surviving, Optional.empty(), Optional.of(refusal));
        }
    }

    @Override
    public Merged merge(Caller caller, MergeWish wish) {
        mayMerge(caller);
        caller.mustHaveProvenLately();
        String reason = links.reason(wish.reason());
        ActorId by = actors.idOf(caller);
        return transactions.asPoster(unit -> {
            Pair pair = pair(unit, caller, wish.card(), wish.into());
            boolean isNew = links.link(unit, pair.member(), pair.into(), reason);
            if (isNew) {
                Moved moved = accounts.merge(by, pair.member(), pair.into());
                links.note(unit, pair.member(), false, moved.points(), moved.debt());
                record(
                        unit,
                        caller,
                        "merge-members",
                        wish.card(),
                        reason,
                        moved,
                        Map.of("into", wish.into().value()));
            }
            return done(unit, caller, pair.member(), !isNew);
        });
    }

    @Override
    public Parting parting(Caller caller, CardNumber card) {
        mayMerge(caller);
        Link link = transactions.asPoster(unit -> latest(unit, caller, holder(unit, caller, card)));
        try {
            return tried(unit -> {
                if (links.unlink(unit, link.member(), "tried")) {
                    accounts.tryPart(link.member());
                }
                return new Parting(link, balances.of(link.member()), balances.of(link.survivor()), Optional.empty());
            });
        } catch (Refusal refusal) {
            return new Parting(link, balances.of(link.member()), balances.of(link.survivor()), Optional.of(refusal));
        }
    }

    @Override
    public Merged undo(Caller caller, CardNumber card, String reason) {
        mayMerge(caller);
        caller.mustHaveProvenLately();
        String why = links.reason(reason);
        ActorId by = actors.idOf(caller);
        return transactions.asPoster(unit -> {
            MemberId member = holder(unit, caller, card);
            latest(unit, caller, member);
            boolean isNew = links.unlink(unit, member, why);
            if (isNew) {
                Moved moved = accounts.part(by, member);
                links.note(unit, member, true, moved.points(), moved.debt());
                record(unit, caller, "undo-merge", card, why, moved, Map.of());
            }
            return done(unit, caller, member, !isNew);
        });
    }

    @Override
    public List<Link> of(Caller caller, MemberId member) {
        caller.mustBe(Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FRONT_DESK);
        members.get(caller, member);
        return transactions.asPoster(unit -> links.of(unit, member).stream()
                .filter(link -> knows(unit, caller, link.card()) && knows(unit, caller, link.survivingCard()))
                .toList());
    }

    /** People alone: a machine has seen neither of the two. */
    private static void mayMerge(Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.ADMIN, Role.FRONT_DESK);
    }

    /** Two members whom the caller knows. */
    private record Pair(MemberId member, MemberId into) {}

    private Pair pair(UnitOfWork unit, Caller caller, CardNumber card, CardNumber into) {
        return new Pair(holder(unit, caller, card), holder(unit, caller, into));
    }

    private MemberId holder(UnitOfWork unit, Caller caller, CardNumber card) {
        return links.holder(unit, asking(caller), card);
    }

    private boolean knows(UnitOfWork unit, Caller caller, CardNumber card) {
        return links.knows(unit, asking(caller), card);
    }

    /** Empty for the operator. */
    private static Optional<TenantId> asking(Caller caller) {
        return caller.isAny(Role.OPERATOR) ? Optional.empty() : Optional.of(caller.tenantOrRefuse());
    }

    private Side side(Caller caller, MemberId member) {
        return new Side(members.get(caller, member), balances.of(member));
    }

    /** A merge with somebody whom the caller does not know is none for it. */
    private Link latest(UnitOfWork unit, Caller caller, MemberId member) {
        return links.of(unit, member).stream()
                .filter(link -> link.member().equals(member))
                .findFirst()
                .filter(link -> knows(unit, caller, link.survivingCard()))
                .orElseThrow(() -> new Refusal(RefusalCode.MEMBER_NOT_MERGED));
    }

    private Merged done(UnitOfWork unit, Caller caller, MemberId member, boolean replayed) {
        Link link = latest(unit, caller, member);
        MemberBalance balance = balances.of(link.survivor());
        return new Merged(link, balance.available(), balance.debt(), replayed);
    }

    private void record(
            UnitOfWork unit,
            Caller caller,
            String act,
            CardNumber card,
            String reason,
            Moved moved,
            Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("reason", reason);
        details.put("points", moved.points().toString());
        details.put("debt", moved.debt().toString());
        audit.record(unit, caller, act, "card " + card.value(), details);
    }

    /** What is told, after everything that led to it was taken back. */
    private <T> T tried(Function<UnitOfWork, T> work) {
        try {
            return transactions.asPoster(unit -> {
                throw new TakenBack(work.apply(unit));
            });
        } catch (TakenBack done) {
            // It was made of what the work returned.
            @SuppressWarnings("unchecked")
            T answer = (T) done.answer;
            return answer;
        }
    }

    private static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Object answer;

        TakenBack(Object answer) {
            super("it was only tried", null, false, false);
            this.answer = answer;
        }
    }
}
