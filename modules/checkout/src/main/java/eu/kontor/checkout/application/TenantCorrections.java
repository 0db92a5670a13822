package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Corrections;
import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.GoodwillRules;
import eu.kontor.checkout.persistence.CorrectionRows;
import eu.kontor.checkout.persistence.CorrectionRows.CorrectionRow;
import eu.kontor.checkout.persistence.CorrectionRows.NewCorrection;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Cards;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Corrections are written down first, then posted, then noted as posted. What stops in between is approved and not posted: whoever asks
 * again finishes it, and the inbox shows it until then: what was within a limit by the same key, what a second person approved by approving once more.
 */
@Service
public class TenantCorrections implements Corrections {

    private static final String PROPOSED = "proposed";
    private static final String APPROVED = "approved";
    private static final String DECLINED = "declined";

    private final TillContext till;
    private final Tenants tenants;
    private final Transactions transactions;
    private final CorrectionRows rows;
    private final GoodwillPosting posting;
    private final Cards cards;
    private final Audit audit;

    @Inject
    public TenantCorrections(
            TillContext till,
            Tenants tenants,
            Transactions transactions,
            CorrectionRows rows,
            GoodwillPosting posting,
            Cards cards,
            Audit audit) {
        this.till = till;
        this.tenants = tenants;
        this.transactions = transactions;
        this.rows = rows;
        this.posting = posting;
        this.cards = cards;
        this.audit = audit;
    }

    @Override
    public Correction give(Caller caller, Optional<TenantSlug> named, Wish wish) {
        caller.mustBe(Role.TILL, Role.FRONT_DESK, Role.ADMIN, Role.OPERATOR);
        Tenant tenant = tenant(caller, named);
        String key = FieldPolicy.requestKey(wish.requestKey());
        CardNumber card = CardPolicy.number(wish.card(), till.coalition());
        if (wish.byOperator()) {
            caller.mustBe(Role.OPERATOR);
        }
        CardHolder holder = transactions.asPoster(unit -> cards.find(tenant.id(), card));
        if (!holder.memberActive()) {
            throw new Refusal(RefusalCode.MEMBER_NOT_ACTIVE);
        }
        return carryOut(
                caller,
                tenant,
                key,
                Optional.empty(),
                (unit, rules) -> new NewCorrection(
                        key,
                        holder.member(),
                        card,
                        rules.possible(FieldPolicy.present("points", wish.points())),
                        Optional.empty(),
                        rules.known(wish.reason()),
                        FieldPolicy.sentence("note", wish.note()),
                        wish.byOperator(),
                        state(unit, caller, tenant, rules, wish.points()),
                        till.today(tenant),
                        caller.subject(),
                        caller.name(),
                        till.now()));
    }

    @Override
    public Correction takeBack(Caller caller, Optional<TenantSlug> named, TakingBack wish) {
        caller.mustBe(Role.TILL, Role.FRONT_DESK, Role.ADMIN, Role.OPERATOR);
        mustHaveProvenLately(caller);
        Tenant tenant = tenant(caller, named);
        String key = FieldPolicy.requestKey(wish.requestKey());
        return carryOut(caller, tenant, key, Optional.of(wish.correction()), (unit, rules) -> {
            CorrectionRow given = rows.byId(unit, wish.correction())
                    .filter(row -> row.gives() && row.posting().isPresent())
                    .orElseThrow(() -> new Refusal(RefusalCode.CORRECTION_UNKNOWN, "id", wish.correction()));
            if (given.takenBackBy().isPresent()) {
                throw new Refusal(RefusalCode.CORRECTION_DECIDED, "id", wish.correction());
            }
            if (given.byOperator()) {
                caller.mustBe(Role.OPERATOR);
            }
            return new NewCorrection(
                    key,
                    given.member(),
                    given.cardNumber(),
                    given.points(),
                    Optional.of(given.id()),
                    rules.known(wish.reason()),
                    FieldPolicy.sentence("note", wish.note()),
                    given.byOperator(),
                    state(unit, caller, tenant, rules, given.points()),
                    till.today(tenant),
                    caller.subject(),
                    caller.name(),
                    till.now());
        });
    }

    /** As of a till's returns ({@link TillContext#tenantToCorrectFor}): of who may do more than a desk. */
    private static void mustHaveProvenLately(Caller caller) {
        if (caller.isAny(Role.ADMIN, Role.OPERATOR)) {
            caller.mustHaveProvenLately();
        }
    }

    private interface Wanted {
        NewCorrection in(UnitOfWork unit, GoodwillRules rules);
    }

    /** @param undoes what is taken back; empty for what gives */
    private Correction carryOut(Caller caller, Tenant tenant, String key, Optional<Long> undoes, Wanted wanted) {
        CorrectionRow written = transactions.asTenant(tenant.id(), unit -> {
            rows.oneAfterTheOther(unit);
            Optional<CorrectionRow> first = rows.byKey(unit, key);
            if (first.filter(row -> !row.undoes().equals(undoes)).isPresent()) {
                throw new Refusal(RefusalCode.REQUEST_KEY_REUSED, "key", key);
            }
            NewCorrection fresh =
                    first.isPresent() && undoes.isPresent() ? again(first.get()) : wanted.in(unit, rows.rules(unit));
            if (first.isPresent()) {
                return mustBeTheSame(first.get(), fresh);
            }
            long id = rows.insert(unit, fresh);
            audit.record(unit, at(tenant, caller), "make-good", "correction " + id, details(fresh));
            return rows.byId(unit, id).orElseThrow();
        });
        return isOthers(written, caller) ? get(tenant, caller, written.id()) : finish(caller, tenant, written);
    }

    /** Who asks again for what a second person approved does not post it: it would be in the wrong name. */
    private static boolean isOthers(CorrectionRow row, Caller caller) {
        return row.decider()
                .filter(decider -> !decider.equals(caller.subject()))
                .isPresent();
    }

    /** A taking back would find its own first try in its way: it is compared with itself. */
    private static NewCorrection again(CorrectionRow first) {
        return new NewCorrection(
                first.requestKey(),
                first.member(),
                first.cardNumber(),
                first.points(),
                first.undoes(),
                first.reason(),
                first.note(),
                first.byOperator(),
                first.state(),
                first.businessDate(),
                first.proposer(),
                first.proposerName(),
                first.proposedAt());
    }

    private static CorrectionRow mustBeTheSame(CorrectionRow first, NewCorrection now) {
        boolean isSame = first.member().equals(now.member())
                && first.points().equals(now.points())
                && first.reason().equals(now.reason())
                && first.byOperator() == now.byOperator();
        if (!isSame) {
            throw new Refusal(RefusalCode.REQUEST_KEY_REUSED, "key", first.requestKey());
        }
        return first;
    }

    /** Posts what may be posted; the rest waits. */
    private Correction finish(Caller caller, Tenant tenant, CorrectionRow row) {
        if (row.state().equals(APPROVED)) {
            posting.post(caller, tenant, row);
        }
        return get(tenant, caller, row.id());
    }

    /** Within the limit of the caller's role, and of the day of the brand; else a second person is asked. */
    private String state(UnitOfWork unit, Caller caller, Tenant tenant, GoodwillRules rules, Points wanted) {
        Instant morning = till.today(tenant).atStartOfDay(tenant.zone()).toInstant();
        Points today = rows.aloneSince(unit, caller.subject(), morning);
        return rules.limitOf(caller).allows(wanted, today) ? APPROVED : PROPOSED;
    }

    @Override
    public Correction approve(Caller caller, Optional<TenantSlug> named, long id) {
        caller.mustBe(Role.ADMIN, Role.OPERATOR);
        mustHaveProvenLately(caller);
        Tenant tenant = tenant(caller, named);
        CorrectionRow row = transactions.asTenant(tenant.id(), unit -> {
            CorrectionRow waiting = known(unit, id);
            if (waiting.byOperator()) {
                caller.mustBe(Role.OPERATOR);
            }
            boolean neededAnother = waiting.state().equals(PROPOSED)
                    || waiting.state().equals(APPROVED) && waiting.decider().isPresent();
            if (neededAnother && waiting.proposer().equals(caller.subject())) {
                throw new Refusal(RefusalCode.CORRECTION_OWN, "id", id);
            }
            return waiting.state().equals(APPROVED)
                    ? waiting
                    : decided(unit, at(tenant, caller), waiting, APPROVED, "");
        });
        return finish(caller, tenant, row);
    }

    @Override
    public Correction decline(Caller caller, Optional<TenantSlug> named, long id, String why) {
        caller.mustBe(Role.FRONT_DESK, Role.TILL, Role.ADMIN, Role.OPERATOR);
        Tenant tenant = tenant(caller, named);
        transactions.asTenant(tenant.id(), unit -> {
            CorrectionRow waiting = known(unit, id);
            if (!waiting.proposer().equals(caller.subject())) {
                caller.mustBe(Role.ADMIN, Role.OPERATOR);
            }
            return decided(unit, at(tenant, caller), waiting, DECLINED, FieldPolicy.sentence("why", why));
        });
        return get(tenant, caller, id);
    }

    private CorrectionRow decided(UnitOfWork unit, Caller caller, CorrectionRow waiting, String state, String why) {
        if (!rows.decide(unit, waiting.id(), state, caller.subject(), caller.name(), till.now(), why)) {
            throw new Refusal(RefusalCode.CORRECTION_DECIDED, "id", waiting.id());
        }
        String action = state.equals(APPROVED) ? "approve-correction" : "decline-correction";
        audit.record(
                unit,
                caller,
                action,
                "correction " + waiting.id(),
                Map.of("points", waiting.points().toString()));
        return known(unit, waiting.id());
    }

    private CorrectionRow known(UnitOfWork unit, long id) {
        return rows.byId(unit, id).orElseThrow(() -> new Refusal(RefusalCode.CORRECTION_UNKNOWN, "id", id));
    }

    /** The trail of a brand says what the operator did there, too. */
    private static Caller at(Tenant tenant, Caller caller) {
        return new Caller(caller.subject(), caller.name(), Optional.of(tenant.id()), caller.roles(), caller.language());
    }

    private static Map<String, String> details(NewCorrection wanted) {
        Map<String, String> details = new TreeMap<>();
        details.put("card", wanted.card().value());
        details.put("points", wanted.points().toString());
        details.put("reason", wanted.reason());
        details.put("state", wanted.state());
        details.put("paidBy", wanted.byOperator() ? "operator" : "brand");
        wanted.undoes().ifPresent(given -> details.put("takesBack", "correction " + given));
        return details;
    }

    @Override
    public List<Correction> list(Caller caller, Optional<TenantSlug> named, int limit) {
        Tenant tenant = readable(caller, named);
        int atMost = Math.clamp(limit, 1, Page.MAX_ROWS);
        return transactions.asTenant(tenant.id(), unit -> rows.latest(unit, atMost)).stream()
                .map(row -> correction(caller, row))
                .toList();
    }

    @Override
    public Optional<Correction> get(Caller caller, Optional<TenantSlug> named, long id) {
        Tenant tenant = readable(caller, named);
        return transactions.asTenant(tenant.id(), unit -> rows.byId(unit, id)).map(row -> correction(caller, row));
    }

    @Override
    public Optional<Correction> posted(Caller caller, PostingId id) {
        Tenant tenant = readable(caller, Optional.empty());
        return transactions
                .asTenant(tenant.id(), unit -> rows.byPosting(unit, id))
                .map(row -> correction(caller, row));
    }

    @Override
    public Rules rules(Caller caller, Optional<TenantSlug> named) {
        GoodwillRules rules = transactions.asTenant(readable(caller, named).id(), rows::rules);
        return new Rules(rules.reasons(), rules.limitOf(caller), rules.most());
    }

    private Correction get(Tenant tenant, Caller caller, long id) {
        return correction(caller, transactions.asTenant(tenant.id(), unit -> known(unit, id)));
    }

    private Tenant readable(Caller caller, Optional<TenantSlug> named) {
        caller.mustBe(Role.TILL, Role.FRONT_DESK, Role.ADMIN, Role.FINANCE, Role.OPERATOR);
        return tenant(caller, named);
    }

    /** The operator has no tenant of its own and names one; for anybody else the name says nothing. */
    private Tenant tenant(Caller caller, Optional<TenantSlug> named) {
        return caller.tenant().map(tenants::active).orElseGet(() -> {
            TenantSlug slug = named.orElseThrow(() -> new Refusal(RefusalCode.FIELD_MISSING, "field", "tenant"));
            return tenants.active(tenants.get(slug).id());
        });
    }

    private static Correction correction(Caller caller, CorrectionRow row) {
        return new Correction(
                row.id(),
                row.member(),
                row.cardNumber(),
                row.points(),
                row.gives(),
                row.undoes(),
                row.takenBackBy().isPresent(),
                row.reason(),
                row.note(),
                row.byOperator(),
                State.valueOf(row.state().toUpperCase(java.util.Locale.ROOT)),
                row.businessDate(),
                new Person(row.proposerName(), row.proposedAt()),
                row.proposer().equals(caller.subject()),
                row.deciderName().map(name -> new Person(name, row.decidedAt().orElseThrow())),
                row.decision(),
                row.postingId(),
                row.moved());
    }
}
