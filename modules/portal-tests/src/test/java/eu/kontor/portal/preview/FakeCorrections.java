package eu.kontor.portal.preview;

import eu.kontor.checkout.api.Corrections;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.RoleLimit;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.api.PostingId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goodwill in memory: a desk gives 500 alone, an admin 5,000. */
@ApplicationScoped
public class FakeCorrections implements Corrections {

    private static final List<Reason> REASONS = List.of(
            new Reason("wait", Map.of("en", "Long wait", "es", "Espera larga", "zh", "等候过久")),
            new Reason("service", Map.of("en", "Poor service", "es", "Mal servicio", "zh", "服务不周")));

    /** Wants to take back what was given. */
    private static final long TAKES_BACK = 4;

    /** The coalition is to pay. */
    private static final long BY_OPERATOR = 5;

    private static final TenantSlug CAFE = new TenantSlug("cafe-lumbre");

    private final List<Correction> all = new ArrayList<>();

    public FakeCorrections() {
        all.add(correction(1, 3, 900, "service", State.PROPOSED, "Lucía Romero", Duration.ofMinutes(12), false));
        all.add(correction(2, 5, 200, "wait", State.POSTED, "Marta Gil", Duration.ofHours(3), false));
        all.add(correction(3, 2, 6_000, "service", State.DECLINED, "Marta Gil", Duration.ofDays(2), true));
        all.add(correction(4, 6, 150, "wait", State.PROPOSED, "Lucía Romero", Duration.ofMinutes(5), false));
        all.add(correction(6, 10, 1_200, "wait", State.PROPOSED, "Irene Vega", Duration.ofHours(2), false));
        all.add(correction(5, 8, 2_500, "service", State.PROPOSED, "Irene Vega", Duration.ofHours(1), false));
    }

    private static Correction correction(
            long id, long member, long points, String reason, State state, String by, Duration ago, boolean decided) {
        return new Correction(
                id,
                new MemberId(member),
                PreviewWorld.card(member),
                Points.of(points),
                id != TAKES_BACK,
                Optional.empty(),
                false,
                reason,
                id == 1 ? "The coffee machine broke at breakfast" : "",
                id == BY_OPERATOR,
                state,
                PreviewWorld.today(),
                new Person(by, PreviewWorld.NOW.minus(ago)),
                false,
                decided ? Optional.of(new Person("Pablo Soto", PreviewWorld.NOW.minus(ago))) : Optional.empty(),
                "",
                state == State.POSTED
                        ? Optional.of(new PostingId(new MemberId(member), 90_000 + id))
                        : Optional.empty(),
                state == State.POSTED ? Optional.of(Points.of(points)) : Optional.empty());
    }

    @Override
    public Correction give(Caller caller, Optional<TenantSlug> tenant, Wish wish) {
        boolean alone = limit(caller).allows(wish.points(), Points.ZERO);
        MemberId member = PreviewWorld.member(CardNumber.parse(wish.card()));
        return add(new Correction(
                all.size() + 1,
                member,
                CardNumber.parse(wish.card()),
                wish.points(),
                true,
                Optional.empty(),
                false,
                wish.reason(),
                wish.note(),
                false,
                alone ? State.POSTED : State.PROPOSED,
                PreviewWorld.today(),
                new Person(caller.name(), PreviewWorld.NOW),
                true,
                Optional.empty(),
                "",
                alone ? Optional.of(new PostingId(member, 90_000 + all.size() + 1)) : Optional.empty(),
                alone ? Optional.of(wish.points()) : Optional.empty()));
    }

    private Correction add(Correction correction) {
        all.add(correction);
        return correction;
    }

    @Override
    public Correction takeBack(Caller caller, Optional<TenantSlug> tenant, TakingBack wish) {
        Correction given = known(wish.correction());
        change(given, given.state(), true, Optional.empty());
        return given;
    }

    @Override
    public Correction approve(Caller caller, Optional<TenantSlug> tenant, long id) {
        return change(known(id), State.POSTED, false, Optional.of(new Person(caller.name(), PreviewWorld.NOW)));
    }

    @Override
    public Correction decline(Caller caller, Optional<TenantSlug> tenant, long id, String why) {
        return change(known(id), State.DECLINED, false, Optional.of(new Person(caller.name(), PreviewWorld.NOW)));
    }

    private Correction change(Correction old, State state, boolean takenBack, Optional<Person> decider) {
        Correction changed = new Correction(
                old.id(),
                old.member(),
                old.card(),
                old.points(),
                old.gives(),
                Optional.empty(),
                takenBack,
                old.reason(),
                old.note(),
                old.byOperator(),
                state,
                old.businessDate(),
                old.proposedBy(),
                old.isOwn(),
                decider,
                "",
                old.posting(),
                old.moved());
        all.set(all.indexOf(old), changed);
        return changed;
    }

    private Correction known(long id) {
        return all.stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.CORRECTION_UNKNOWN, "id", id));
    }

    @Override
    public List<Correction> list(Caller caller, Optional<TenantSlug> tenant, int limit) {
        if (tenant.filter(named -> !named.equals(CAFE)).isPresent()) {
            return List.of();
        }
        return all.stream()
                .sorted(Comparator.comparing((Correction each) -> each.state() != State.PROPOSED)
                        .thenComparing(Comparator.comparingLong(Correction::id).reversed()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Correction> get(Caller caller, Optional<TenantSlug> tenant, long id) {
        return Optional.of(known(id));
    }

    @Override
    public Optional<Correction> posted(Caller caller, PostingId posting) {
        return all.stream()
                .filter(each -> each.posting().equals(Optional.of(posting)))
                .findFirst();
    }

    @Override
    public Rules rules(Caller caller, Optional<TenantSlug> tenant) {
        return new Rules(REASONS, limit(caller), Points.of(100_000));
    }

    private static RoleLimit limit(Caller caller) {
        return caller.isAny(Role.ADMIN)
                ? new RoleLimit(Points.of(5_000), Points.of(20_000))
                : new RoleLimit(Points.of(500), Points.of(2_000));
    }
}
