package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.membership.api.StrangerLookups;
import eu.kontor.membership.domain.LookupSeries;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.Pace;
import eu.kontor.trust.api.Pace.Bound;
import eu.kontor.trust.api.Pace.Claim;
import eu.kontor.trust.api.Pace.TooFast;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.Signal.About;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.Signals;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts them for each client of the API and each person at a desk, and raises what looks like a search for numbers. */
@Service
public class CountedLookups implements StrangerLookups {

    private final Pace pace;
    private final Signals signals;
    private final CardRules rules;
    private final LookupSeries series = new LookupSeries();

    @Inject
    public CountedLookups(Pace pace, Signals signals, CardRules rules) {
        this.pace = pace;
        this.signals = signals;
        this.rules = rules;
    }

    @Override
    public Optional<Refusal> count(UnitOfWork unit, Asked asked, PaceLimit limit) {
        About by = by(asked.caller());
        String who = asked.tenant().value() + " " + asked.caller().subject();
        if (series.isUnusual(who, asked.card(), asked.unknown(), rules.now())) {
            signals.raise(
                    SignalKind.CARD_PROBING,
                    asked.tenant(),
                    by,
                    Map.of("last-ending", asked.card().ending(), "unknown", Boolean.toString(asked.unknown())));
        }
        Claim claim = new Claim(
                Act.LOOKUPS,
                0,
                List.of(new Bound(Scope.TILL, who, limit)),
                Signal.of(SignalKind.CARD_PROBING, asked.tenant(), by, Map.of("act", Act.LOOKUPS.key())));
        return pace.claim(unit, List.of(claim)).getFirst().map(TooFast::refusal);
    }

    /** Whom a signal is about. */
    static About by(Caller caller) {
        return caller.isMachine() ? About.client(caller.name()) : About.person(caller.subject());
    }
}
