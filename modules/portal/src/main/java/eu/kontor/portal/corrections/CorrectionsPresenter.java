package eu.kontor.portal.corrections;

import eu.kontor.checkout.api.Corrections;
import eu.kontor.checkout.api.Corrections.Correction;
import eu.kontor.checkout.api.Corrections.Reason;
import eu.kontor.checkout.api.Corrections.Rules;
import eu.kontor.checkout.api.Corrections.State;
import eu.kontor.checkout.api.Corrections.TakingBack;
import eu.kontor.checkout.api.Corrections.Wish;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.membership.api.Members;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Corrections of the caller's brand, or of all brands for the operator, with the names that people know. */
@Service
public class CorrectionsPresenter {

    /** What waits, and what was decided lately: more than fits a morning. */
    private static final int MOST = 40;

    /** As each brand's list has it; of several brands the oldest proposal first, because somebody waits for it, and of what is over the newest. */
    private static final Comparator<Line> WAITING_FIRST = Comparator.comparing(
                    (Line line) -> !isWaiting(line.correction()))
            .thenComparing((one, other) -> isWaiting(one.correction())
                    ? at(one).compareTo(at(other))
                    : at(other).compareTo(at(one)));

    private final Corrections corrections;
    private final Members members;
    private final Tenants tenants;

    @Inject
    public CorrectionsPresenter(Corrections corrections, Members members, Tenants tenants) {
        this.corrections = corrections;
        this.members = members;
        this.tenants = tenants;
    }

    /**
     * @param brand where it was wanted, for the operator, who sees those of all; empty for a brand's own people
     * @param member by name; by card where the brand does not know it any more
     * @param reason in the caller's language
     */
    public record Line(Optional<Tenant> brand, Correction correction, String member, String reason) {

        Optional<TenantSlug> named() {
            return brand.map(Tenant::slug);
        }
    }

    /** What waits for somebody first, then the newest. For the operator of all brands that are active. */
    public List<Line> lines(Caller caller) {
        if (caller.tenant().isPresent()) {
            return lines(caller, Optional.empty());
        }
        return tenants.all().stream()
                .filter(tenant -> tenant.state() == Tenant.State.ACTIVE)
                .flatMap(tenant -> lines(caller, Optional.of(tenant)).stream())
                .sorted(WAITING_FIRST)
                .limit(MOST)
                .toList();
    }

    private List<Line> lines(Caller caller, Optional<Tenant> brand) {
        List<Correction> listed = corrections.list(caller, brand.map(Tenant::slug), MOST);
        if (listed.isEmpty()) {
            return List.of();
        }
        Map<String, String> reasons = reasons(caller, brand.map(Tenant::slug));
        Map<CardNumber, String> names = new HashMap<>();
        return listed.stream()
                .map(each -> new Line(
                        brand,
                        each,
                        names.computeIfAbsent(each.card(), card -> name(caller, each)),
                        reasons.getOrDefault(each.reason(), each.reason())))
                .toList();
    }

    public Optional<Line> posted(Caller caller, PostingId posting) {
        return corrections
                .posted(caller, posting)
                .map(each -> new Line(
                        Optional.empty(),
                        each,
                        name(caller, each),
                        reasons(caller, Optional.empty()).getOrDefault(each.reason(), each.reason())));
    }

    public Rules rules(Caller caller) {
        return corrections.rules(caller, Optional.empty());
    }

    public Correction give(Caller caller, String key, CardNumber card, Points points, String reason, String note) {
        return corrections.give(caller, Optional.empty(), new Wish(key, card.value(), points, reason, note, false));
    }

    /** For the reason for which it was given: what was undone at once has no other. */
    public Correction takeBack(Caller caller, String key, Correction given, String note) {
        return corrections.takeBack(caller, Optional.empty(), new TakingBack(key, given.id(), given.reason(), note));
    }

    Correction approve(Caller caller, Line proposed) {
        return corrections.approve(
                caller, proposed.named(), proposed.correction().id());
    }

    Correction decline(Caller caller, Line proposed, String why) {
        return corrections.decline(
                caller, proposed.named(), proposed.correction().id(), why);
    }

    Correction takeBack(Caller caller, String key, Line given, String note) {
        return corrections.takeBack(
                caller,
                given.named(),
                new TakingBack(key, given.correction().id(), given.correction().reason(), note));
    }

    /** The same for as long as somebody looks at a correction: a press that is repeated takes back once. */
    static String newKey() {
        return "desk-" + UUID.randomUUID();
    }

    /** The list of all; a single one is seen by whoever sees the member. */
    public static boolean mayOpen(Caller caller) {
        return caller.isAny(Role.ADMIN, Role.FRONT_DESK, Role.OPERATOR);
    }

    static boolean isWaiting(Correction correction) {
        return correction.state() == State.PROPOSED || correction.state() == State.APPROVED;
    }

    private static Instant at(Line line) {
        return line.correction().proposedBy().at();
    }

    static boolean mayApprove(Caller caller, Correction correction) {
        boolean waits =
                correction.state() == State.PROPOSED && !correction.isOwn() || correction.state() == State.APPROVED;
        return waits && (caller.isAny(Role.OPERATOR) || caller.isAny(Role.ADMIN) && !correction.byOperator());
    }

    static boolean mayDecline(Caller caller, Correction correction) {
        return correction.state() == State.PROPOSED && (correction.isOwn() || caller.isAny(Role.ADMIN, Role.OPERATOR));
    }

    static boolean mayTakeBack(Caller caller, Correction correction) {
        return correction.state() == State.POSTED
                && correction.gives()
                && !correction.takenBack()
                && (!correction.byOperator() || caller.isAny(Role.OPERATOR));
    }

    private Map<String, String> reasons(Caller caller, Optional<TenantSlug> brand) {
        return corrections.rules(caller, brand).reasons().stream()
                .collect(Collectors.toMap(Reason::code, reason -> reason.name(caller.language()), (one, other) -> one));
    }

    private String name(Caller caller, Correction correction) {
        try {
            return members.get(caller, correction.member()).name();
        } catch (Refusal unknownHere) {
            return correction.card().grouped();
        }
    }
}
