package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.StrangerLookups;
import eu.kontor.membership.api.StrangerLookups.Asked;
import eu.kontor.membership.domain.SearchFor;
import eu.kontor.membership.persistence.MemberCounts;
import eu.kontor.membership.persistence.MemberSearch;
import eu.kontor.membership.persistence.MemberSearch.Found;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds members for people at desks, and answers what they may know. */
@Service
public class MemberDirectory implements Members {

    private static final Role[] STAFF = {Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FRONT_DESK};
    private static final Role[] STAFF_AND_TILLS = {
        Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FRONT_DESK, Role.TILL, Role.ENROL
    };

    private final Transactions transactions;
    private final CardRules rules;
    private final MemberStore store;
    private final MemberChanges changes;
    private final StrangerLookups lookups;

    @Inject
    public MemberDirectory(
            Transactions transactions,
            CardRules rules,
            MemberStore store,
            MemberChanges changes,
            StrangerLookups lookups) {
        this.transactions = transactions;
        this.rules = rules;
        this.store = store;
        this.changes = changes;
        this.lookups = lookups;
    }

    @Override
    public Page<MemberRow> search(Caller caller, String text, Optional<String> cursor, int limit) {
        caller.mustBe(STAFF);
        SearchFor what = SearchFor.meantBy(text);
        if (what instanceof SearchFor.Card card) {
            return byNumber(caller, card.number());
        }
        int rows = Math.clamp(limit, 1, Page.MAX_ROWS);
        MemberSearch.Position after = cursor.map(SearchCursor::read).orElse(MemberSearch.Position.START);
        List<Found> found = as(caller, unit -> store.search().page(unit, what, after, rows + 1));
        boolean more = found.size() > rows;
        List<Found> shown = more ? found.subList(0, rows) : found;
        return new Page<>(
                shown.stream().map(Found::row).toList(),
                more ? Optional.of(SearchCursor.write(shown.getLast().position())) : Optional.empty());
    }

    @Override
    public MemberDetails byCard(Caller caller, CardNumber card) {
        caller.mustBe(STAFF_AND_TILLS);
        rules.cardMustBeOurs(card);
        Optional<MemberDetails> holder = as(caller, unit -> {
            Optional<MemberId> known = store.records().memberOfVisibleCard(unit, card);
            return known.isPresent()
                    ? store.records().find(unit, caller.tenant(), known.get())
                    : store.records().holderOf(unit, card);
        });
        if (holder.filter(MemberDetails::enrolledHere).isEmpty()) {
            count(caller, card, holder.isEmpty());
        }
        return holder.orElseThrow(() -> new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value()));
    }

    /** Whoever asks about strangers' cards at a desk, or through another door of the API, is counted like a till that does. */
    private void count(Caller caller, CardNumber card, boolean isUnknown) {
        if (caller.isAny(Role.OPERATOR)) {
            return;
        }
        Asked asked = new Asked(caller, caller.tenantOrRefuse(), card, isUnknown);
        PaceLimit limit = rules.protection().limit(Act.LOOKUPS, Scope.TILL);
        Optional<Refusal> tooFast = transactions.asPoster(unit -> lookups.count(unit, asked, limit));
        if (tooFast.isPresent()) {
            throw tooFast.get();
        }
    }

    @Override
    public String givenName(Caller caller, CardNumber card) {
        caller.mustBe(Role.ADMIN, Role.FRONT_DESK);
        rules.cardMustBeOurs(card);
        return as(caller, unit -> store.records().givenNameOf(unit, card))
                .orElseThrow(() -> new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value()));
    }

    @Override
    public MemberDetails get(Caller caller, MemberId member) {
        caller.mustBe(STAFF_AND_TILLS);
        return as(caller, unit -> store.records().find(unit, caller.tenant(), member))
                .orElseThrow(() -> new Refusal(RefusalCode.MEMBER_UNKNOWN));
    }

    @Override
    public Map<MemberId, MemberRow> names(Caller caller, Collection<MemberId> members) {
        caller.mustBe(STAFF_AND_TILLS);
        if (members.isEmpty()) {
            return Map.of();
        }
        Map<MemberId, MemberRow> names = new HashMap<>();
        as(caller, unit -> store.search().named(unit, members))
                .forEach(found -> names.put(found.row().member(), found.row()));
        return names;
    }

    @Override
    public MemberDetails enrol(Caller caller, NewMember newMember) {
        caller.mustBe(Role.ADMIN, Role.FRONT_DESK, Role.ENROL);
        TenantId tenant = caller.tenantOrRefuse();
        return transactions.asTenant(tenant, unit -> {
            MemberId member = changes.enrol(unit, caller, newMember);
            return store.records().find(unit, caller.tenant(), member).orElseThrow();
        });
    }

    @Override
    public List<AlsoAt> alsoAt(Caller caller) {
        caller.mustBe(STAFF);
        return as(caller, MemberCounts::alsoAt);
    }

    @Override
    public long count(Caller caller) {
        caller.mustBe(STAFF);
        return as(caller, unit -> MemberCounts.of(unit, caller.tenant().isPresent()));
    }

    private Page<MemberRow> byNumber(Caller caller, CardNumber card) {
        try {
            MemberDetails holder = byCard(caller, card);
            MemberRow row =
                    new MemberRow(holder.member(), holder.name(), card, holder.tier(), holder.phone(), holder.active());
            return new Page<>(List.of(row), Optional.empty());
        } catch (Refusal refusal) {
            if (refusal.code() == RefusalCode.CARD_UNKNOWN) {
                return new Page<>(List.of(), Optional.empty());
            }
            throw refusal;
        }
    }

    private <T> T as(Caller caller, Transactions.Work<T> work) {
        if (caller.isAny(Role.OPERATOR)) {
            return transactions.asOperator(work);
        }
        return transactions.asTenant(caller.tenantOrRefuse(), work);
    }
}
