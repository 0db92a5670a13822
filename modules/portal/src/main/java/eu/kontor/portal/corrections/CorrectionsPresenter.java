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
import eu.kontor.ledger.api.PostingId;
import eu.kontor.membership.api.Members;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Corrections of the caller's brand, with the names that people know. */
@Service
public class CorrectionsPresenter {

    /** What waits, and what was decided lately: more than fits a morning. */
    private static final int MOST = 40;

    private final Corrections corrections;
    private final Members members;

    @Inject
    public CorrectionsPresenter(Corrections corrections, Members members) {
        this.corrections = corrections;
        this.members = members;
    }

    /**
     * @param member by name; by card where the brand does not know it any more
     * @param reason in the caller's language
     */
    public record Line(Correction correction, String member, String reason) {}

    /** What waits for somebody first, then the newest. */
    public List<Line> lines(Caller caller) {
        Map<String, String> reasons = reasons(caller);
        Map<CardNumber, String> names = new HashMap<>();
        return corrections.list(caller, Optional.empty(), MOST).stream()
                .map(each -> new Line(
                        each,
                        names.computeIfAbsent(each.card(), card -> name(caller, each)),
                        reasons.getOrDefault(each.reason(), each.reason())))
                .toList();
    }

    public Optional<Line> posted(Caller caller, PostingId posting) {
        return corrections
                .posted(caller, posting)
                .map(each ->
                        new Line(each, name(caller, each), reasons(caller).getOrDefault(each.reason(), each.reason())));
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

    public Correction approve(Caller caller, Correction proposed) {
        return corrections.approve(caller, Optional.empty(), proposed.id());
    }

    public Correction decline(Caller caller, Correction proposed, String why) {
        return corrections.decline(caller, Optional.empty(), proposed.id(), why);
    }

    /** The same for as long as somebody looks at a correction: a press that is repeated takes back once. */
    static String newKey() {
        return "desk-" + UUID.randomUUID();
    }

    /** The list of all; a single one is seen by whoever sees the member. */
    public static boolean mayOpen(Caller caller) {
        return caller.isAny(Role.ADMIN, Role.FRONT_DESK);
    }

    static boolean mayApprove(Caller caller, Correction correction) {
        boolean waits =
                correction.state() == State.PROPOSED && !correction.isOwn() || correction.state() == State.APPROVED;
        return waits && caller.isAny(Role.ADMIN) && !correction.byOperator();
    }

    static boolean mayDecline(Caller caller, Correction correction) {
        return correction.state() == State.PROPOSED && (correction.isOwn() || caller.isAny(Role.ADMIN));
    }

    static boolean mayTakeBack(Correction correction) {
        return correction.state() == State.POSTED
                && correction.gives()
                && !correction.takenBack()
                && !correction.byOperator();
    }

    private Map<String, String> reasons(Caller caller) {
        return rules(caller).reasons().stream()
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
