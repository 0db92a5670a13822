package eu.kontor.checkout.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Posts items of which some take two steps, the second of which needs the answer to the first: a redemption that is reported is
 * held, then captured. What needs no answer goes in one wave, usually everything; a member's items are posted in their order, and
 * what comes behind a redemption waits for its capture. Only redemptions that follow each other are held together and captured
 * together: a hold takes from the balance what its capture takes.
 */
final class PostingWaves {

    private enum Waiting {
        /** Redemptions only: another one may be held beside them. */
        FOR_CAPTURES,
        FOR_ITS_TURN
    }

    private final Ledger ledger;

    PostingWaves(Ledger ledger) {
        this.ledger = ledger;
    }

    void post(List<TillItem> items) {
        items.forEach(TillItem::begin);
        List<TillItem> left = items.stream().filter(TillItem::isAlive).toList();
        while (!left.isEmpty()) {
            List<TillItem> behind = new ArrayList<>();
            List<TillItem> wave = wave(left, behind);
            List<Outcome> outcomes =
                    ledger.post(wave.stream().map(TillItem::step).toList());
            for (int i = 0; i < wave.size(); i++) {
                wave.get(i).answered(outcomes.get(i));
            }
            left = behind.isEmpty()
                    ? List.of()
                    : behind.stream().filter(TillItem::isAlive).toList();
        }
    }

    /** @param behind takes what is left for the next wave, in order */
    private static List<TillItem> wave(List<TillItem> left, List<TillItem> behind) {
        Map<MemberId, Waiting> waiting = new HashMap<>();
        List<TillItem> wave = new ArrayList<>(left.size());
        for (TillItem item : left) {
            boolean isFree = item.members().stream().allMatch(member -> mayGo(item, waiting.get(member)));
            boolean needsAnotherWave = !isFree || hasStepAfterThis(item);
            if (isFree) {
                wave.add(item);
            }
            if (needsAnotherWave) {
                behind.add(item);
                Waiting why = isFree ? Waiting.FOR_CAPTURES : Waiting.FOR_ITS_TURN;
                item.members().forEach(member -> waiting.merge(member, why, PostingWaves::stricter));
            }
        }
        return wave;
    }

    private static boolean mayGo(TillItem item, Waiting ahead) {
        return ahead == null || ahead == Waiting.FOR_CAPTURES && hasStepAfterThis(item);
    }

    private static boolean hasStepAfterThis(TillItem item) {
        return item instanceof RedemptionItem redemption && redemption.hasMoreSteps() && !redemption.isHeld();
    }

    private static Waiting stricter(Waiting one, Waiting other) {
        return one == Waiting.FOR_ITS_TURN ? one : other;
    }
}
