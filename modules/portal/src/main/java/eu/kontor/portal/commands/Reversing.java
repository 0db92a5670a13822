package eu.kontor.portal.commands;

import eu.kontor.checkout.api.TillRecords;
import eu.kontor.checkout.api.Visits;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.portal.members.ActivityPresenter;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.shell.Said;
import eu.kontor.portalkit.shell.Searchable;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** {@code reverse T-1001}: the counter with the guest and the return open, by the till's reference or by an id of ours. */
@Service
public class Reversing implements Searchable {

    private static final String WORDS = "search.do.reverse.words";

    /** A reference is used again at another outlet or on another day; more than a few nobody tells apart. */
    private static final int MOST = 4;

    private final Visits visits;
    private final TillRecords records;
    private final ActivityPresenter activity;

    @Inject
    public Reversing(Visits visits, TillRecords records, ActivityPresenter activity) {
        this.visits = visits;
        this.records = records;
        this.activity = activity;
    }

    @Override
    public List<Hit> find(Caller caller, String typed) {
        if (!ActivityPresenter.mayReturn(caller)
                || new Said(typed, caller.language()).after(WORDS).isEmpty()) {
            return List.of();
        }
        String named = rest(caller, typed);
        List<PostingId> called = visits.byReference(caller, named, MOST);
        // A reference may look like an id of ours, never the other way round.
        List<PostingId> meant = called.isEmpty() ? id(named).stream().toList() : called;
        return meant.stream()
                .flatMap(id -> purchase(caller, id).or(() -> redemption(caller, id)).stream())
                .toList();
    }

    /** As it was typed: a reference has its capitals. */
    private static String rest(Caller caller, String typed) {
        String rest = new Said(typed, caller.language()).after(WORDS).orElse("");
        return typed.strip().substring(typed.strip().length() - rest.length());
    }

    private static Optional<PostingId> id(String text) {
        try {
            return Optional.of(PostingId.parse(text, RefusalCode.PURCHASE_UNKNOWN));
        } catch (Refusal reference) {
            return Optional.empty();
        }
    }

    private Optional<Hit> purchase(Caller caller, PostingId id) {
        return visits.get(caller, id).filter(visit -> !visit.reversed()).flatMap(visit -> activity.cardAtTheDesk(
                        caller, id.member())
                .map(card -> new Hit(
                        "search.action",
                        Texts.of(
                                "search.do.reverse",
                                caller.language(),
                                visit.reference().isBlank() ? id.text() : visit.reference()),
                        Formats.in(caller.language()).money(visit.amount()) + ", "
                                + Formats.in(caller.language()).day(visit.businessDate()),
                        Places.returnAtTheDesk(card, id))));
    }

    private Optional<Hit> redemption(Caller caller, PostingId id) {
        return records.redemptionOf(caller, id)
                .filter(redemption -> !redemption.pointsLeft().isZero())
                .map(redemption -> new Hit(
                        "search.action",
                        Texts.of("search.do.giveBack", caller.language(), id.text()),
                        Formats.in(caller.language()).day(redemption.businessDate()),
                        Places.giveBackAtTheDesk(redemption.card(), redemption.hold())));
    }

    @Override
    public int order() {
        return 0;
    }
}
