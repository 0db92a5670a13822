package eu.kontor.portal.members;

import eu.kontor.checkout.api.Merges;
import eu.kontor.checkout.api.Merges.Comparison;
import eu.kontor.checkout.api.Merges.MergeWish;
import eu.kontor.checkout.api.Merges.Merged;
import eu.kontor.checkout.api.Merges.Parting;
import eu.kontor.checkout.api.Merges.Side;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.membership.api.MemberLinks.Link;
import eu.kontor.membership.api.Members;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Two members who turn out to be one person: side by side, merged, and apart again. */
@Service
public class MergePresenter {

    private final Merges merges;
    private final Members members;

    @Inject
    public MergePresenter(Merges merges, Members members) {
        this.merges = merges;
        this.members = members;
    }

    /** Newest first; nothing for whom it does not concern. */
    public List<MergeLine> lines(Caller caller, MemberId member) {
        if (!maySee(caller)) {
            return List.of();
        }
        return merges.of(caller, member).stream()
                .map(link -> line(caller, member, link))
                .toList();
    }

    private MergeLine line(Caller caller, MemberId shown, Link link) {
        MemberId other = link.member().equals(shown) ? link.survivor() : link.member();
        Optional<String> name = Optional.ofNullable(
                        members.names(caller, List.of(other)).get(other))
                .map(row -> row.name());
        return new MergeLine(link, link.member().equals(shown), other, name);
    }

    public Comparison compare(Caller caller, CardNumber card, CardNumber into) {
        return merges.compare(caller, card, into);
    }

    public Merged merge(Caller caller, CardNumber card, CardNumber into, String reason) {
        return merges.merge(caller, new MergeWish(card, into, reason));
    }

    public Parting parting(Caller caller, CardNumber card) {
        return merges.parting(caller, card);
    }

    public Merged undo(Caller caller, CardNumber card, String reason) {
        return merges.undo(caller, card, reason);
    }

    public static boolean mayMerge(Caller caller) {
        return caller.isAny(Role.OPERATOR, Role.ADMIN, Role.FRONT_DESK);
    }

    private static boolean maySee(Caller caller) {
        return mayMerge(caller) || caller.isAny(Role.FINANCE);
    }

    /**
     * @param away the member shown was merged into the other one
     * @param name of the other one, where the caller may see it
     */
    public record MergeLine(Link link, boolean away, MemberId other, Optional<String> name) {}

    /** One thing about both. */
    public record Row(String label, String merged, String surviving) {

        public boolean differs() {
            return !merged.equals(surviving);
        }
    }

    /** What is known of both, in the order in which a person compares. */
    static List<Row> rows(Comparison both, Wording wording, Function<String, String> texts, Caller caller) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(texts.apply("members.merge.row.name"), both, side -> side.member()
                .name()));
        rows.add(row(texts.apply("members.merge.row.cards"), both, MergePresenter::cards));
        rows.add(row(texts.apply("members.merge.row.since"), both, side -> wording.formats()
                .day(side.member().memberSince())));
        rows.add(row(
                texts.apply("members.merge.row.tier"),
                both,
                side -> TierName.of(side.member().tier(), caller.language())));
        rows.add(row(texts.apply("members.merge.row.phone"), both, side -> side.member()
                .phone()
                .orElse("–")));
        rows.add(row(texts.apply("members.merge.row.email"), both, side -> side.member()
                .email()
                .orElse("–")));
        rows.add(row(texts.apply("members.merge.row.points"), both, side -> wording.formats()
                .points(side.balance().available())));
        rows.add(row(texts.apply("members.merge.row.pending"), both, side -> wording.formats()
                .points(side.balance().pending())));
        rows.add(row(texts.apply("members.merge.row.debt"), both, side -> wording.formats()
                .points(side.balance().debt())));
        return rows;
    }

    private static Row row(String label, Comparison both, Function<Side, String> value) {
        return new Row(label, value.apply(both.merged()), value.apply(both.surviving()));
    }

    private static String cards(Side side) {
        return String.join(
                ", ",
                side.member().cards().stream()
                        .map(card -> card.number().grouped())
                        .toList());
    }

    /** Why it cannot be; empty where it can. */
    static Optional<String> problem(Optional<Refusal> refusal, Caller caller) {
        return refusal.map(why -> why.sentence(caller.language()));
    }
}
