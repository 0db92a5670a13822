package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.api.CardDesk;
import eu.kontor.membership.persistence.CardLookup;
import eu.kontor.membership.persistence.CardRecords;
import eu.kontor.membership.persistence.CardRecords.Changed;
import eu.kontor.membership.persistence.CardRecords.Wanted;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.Signals;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people change about cards; each change leaves an entry in the audit trail. */
@Service
public class CardChanges {

    private final CardRecords records;
    private final CardLookup cards;
    private final CardRules rules;
    private final Audit audit;
    private final Signals signals;

    @Inject
    public CardChanges(CardRecords records, CardLookup cards, CardRules rules, Audit audit, Signals signals) {
        this.records = records;
        this.cards = cards;
        this.rules = rules;
        this.audit = audit;
        this.signals = signals;
    }

    void block(UnitOfWork unit, Caller caller, CardNumber card, String reason) {
        if (!records.block(unit, card, rules.now())) {
            throw new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value());
        }
        audit.record(unit, caller, "block-card", subject(card), Map.of("reason", reason));
        if (caller.isMachine()) {
            signals.raise(
                    unit,
                    Signal.of(
                            SignalKind.CARD_BLOCKED,
                            caller.tenantOrRefuse(),
                            CountedLookups.by(caller),
                            Map.of("card", card.ending(), "reason", reason)));
        }
    }

    void unblock(UnitOfWork unit, Caller caller, CardNumber card, String reason) {
        Changed changed = records.unblock(unit, card);
        if (!changed.outcome().equals("unblocked")) {
            throw refusal(card, changed, "");
        }
        audit.record(unit, caller, "unblock-card", subject(card), Map.of("reason", reason));
    }

    Changed replace(UnitOfWork unit, Caller caller, String requestKey, CardNumber card, String reason) {
        return issue(
                unit,
                caller,
                new Wanted(requestKey, card, true, next(unit), Optional.empty()),
                "replace-card",
                Map.of("reason", reason));
    }

    Changed add(UnitOfWork unit, Caller caller, String requestKey, CardNumber card, Optional<String> label) {
        return issue(
                unit,
                caller,
                new Wanted(requestKey, card, false, next(unit), label),
                "add-card",
                label.map(carrier -> Map.of("label", carrier)).orElse(Map.of()));
    }

    private CardNumber next(UnitOfWork unit) {
        return cards.next(unit, rules.cardPrefix());
    }

    private Changed issue(UnitOfWork unit, Caller caller, Wanted wanted, String action, Map<String, String> details) {
        Changed changed = records.issue(unit, wanted, rules.today(), rules.now());
        switch (changed.outcome()) {
            case "issued" -> {
                Map<String, String> entry = new HashMap<>(details);
                entry.put("card", wanted.number().value());
                audit.record(unit, caller, action, subject(wanted.asked()), entry);
            }
            case "again" -> {}
            default -> throw refusal(wanted.asked(), changed, wanted.requestKey());
        }
        return changed;
    }

    private static Refusal refusal(CardNumber card, Changed changed, String requestKey) {
        return switch (changed.outcome()) {
            case "unknown" -> new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value());
            case "usable" -> new Refusal(RefusalCode.CARD_NOT_BLOCKED, "card", card.value());
            case "blocked" -> new Refusal(RefusalCode.CARD_BLOCKED, "card", card.value());
            case "operators" -> new Refusal(RefusalCode.CARD_BLOCKED_BY_OPERATOR, "card", card.value());
            case "replaced" ->
                new Refusal(
                        RefusalCode.CARD_REPLACED,
                        "card",
                        card.value(),
                        "ending",
                        changed.replacedByEnding().orElseThrow());
            case "closed" -> new Refusal(RefusalCode.MEMBER_NOT_ACTIVE);
            case "too-many" -> new Refusal(RefusalCode.TOO_MANY_CARDS, "limit", CardDesk.MOST_CARDS);
            case "reused" -> new Refusal(RefusalCode.REQUEST_KEY_REUSED, "key", requestKey);
            default -> throw new IllegalStateException("the database answered " + changed.outcome());
        };
    }

    private static String subject(CardNumber card) {
        return "card " + card.value();
    }
}
