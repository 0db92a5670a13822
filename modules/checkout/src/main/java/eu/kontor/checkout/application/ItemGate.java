package eu.kontor.checkout.application;

import eu.kontor.checkout.application.DeskLimits.Leaving;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Actors;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.membership.api.StrangerLookups.Asked;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.Pace;
import eu.kontor.trust.api.Pace.Claim;
import eu.kontor.trust.api.Pace.TooFast;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where items of {@link ItemPipeline} pass before they are posted: who asks, whether that person may alone, and whether it goes too fast. */
@Service
public class ItemGate {

    private final Actors actors;
    private final DeskLimits limits;
    private final Pace pace;
    private final Ledger ledger;
    private final StrangersCards strangers;

    @Inject
    public ItemGate(Actors actors, DeskLimits limits, Pace pace, Ledger ledger, StrangersCards strangers) {
        this.actors = actors;
        this.limits = limits;
        this.pace = pace;
        this.ledger = ledger;
        this.strangers = strangers;
    }

    /**
     * Before anything is locked: who asks for the first time is written down in a transaction of its own.
     *
     * @param call all that is asked for at once
     */
    void begin(Caller caller, List<? extends TillItem> call) {
        ActorId actor = actors.idOf(caller);
        call.forEach(item -> item.by(actor));
        countUnknownOf(caller, call);
        limits.check(caller, call);
    }

    /**
     * Whoever shows cards that nobody holds asks, in effect, which numbers are held: with a purchase as with a question. What a file reports has happened
     * somewhere, and is not counted.
     */
    void countUnknownOf(Caller caller, List<? extends TillItem> call) {
        if (call.isEmpty()) {
            return;
        }
        // Asked before the transaction: the first question for a tenant opens one of its own.
        Optional<Program> program = strangers.program(call.getFirst().tenant());
        call.forEach(item -> item.countingUnknown(
                (unit, card) -> strangers.count(unit, new Asked(caller, item.tenant(), card, true), program)));
    }

    /** In which a brand's days are. */
    ZoneId zoneOf(TenantId tenant) {
        return limits.zoneOf(tenant);
    }

    /** The same of a sale that is moved to another card. */
    void beginMove(Caller caller, SaleItem sale, Leaving leaving) {
        sale.by(actors.idOf(caller));
        countUnknownOf(caller, List.of(sale));
        limits.checkMove(caller, sale, leaving);
    }

    /** Once it is moved; who asks again moves nothing. */
    void moved(Caller caller) {
        limits.moved(caller);
    }

    /**
     * What goes too fast is refused. Who asks again for what was posted is answered as ever, and counted no second time. One statement for all of
     * them, and none where nothing is spent: earning has no pace to keep.
     */
    void keepPace(UnitOfWork unit, List<? extends TillItem> items) {
        List<TillItem> spending = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (TillItem item : items) {
            if (item.isAlive()) {
                item.claim().ifPresent(claim -> {
                    spending.add(item);
                    claims.add(claim);
                });
            }
        }
        if (claims.isEmpty()) {
            return;
        }
        List<Optional<TooFast>> answers = pace.claim(unit, claims);
        for (int i = 0; i < claims.size(); i++) {
            TillItem item = spending.get(i);
            if (answers.get(i).isEmpty()) {
                item.counted(claims.get(i));
            } else if (!ledger.knows(item.step())) {
                item.refuse(answers.get(i).get().refusal());
            }
        }
    }

    /** What was counted and did not happen: the ledger refused it, or had it before. */
    void giveBack(TillItem item, Outcome outcome) {
        item.countedInVain(outcome).ifPresent(pace::giveBack);
    }
}
