package eu.kontor.ledger.application;

import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingQueue.Preparation;
import eu.kontor.ledger.api.PostingQueue.Prepared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Items of several callers, each with its preparation: those that share one are prepared together, then all are posted as
 * one batch.
 */
final class Gathered {

    /** For postings that need nothing more. */
    static final Preparation<Posting> READY =
            postings -> postings.stream().<Prepared>map(Prepared.Ready::new).toList();

    /** Items of one preparation, and their places among all. */
    private static final class Group<T> {

        private final Preparation<T> preparation;
        private final List<T> items = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();

        Group(Preparation<T> preparation) {
            this.preparation = preparation;
        }

        void prepareInto(Prepared[] prepared) {
            List<Prepared> made = preparation.prepare(items);
            for (int i = 0; i < places.size(); i++) {
                prepared[places.get(i)] = made.get(i);
            }
        }
    }

    private final Map<Preparation<?>, Group<?>> groups = new IdentityHashMap<>();
    private int size;

    <T> void add(T item, Preparation<T> preparation) {
        // A group was made for its preparation, and has its type.
        @SuppressWarnings("unchecked")
        Group<T> group = (Group<T>) groups.computeIfAbsent(preparation, made -> new Group<>(preparation));
        group.items.add(item);
        group.places.add(size);
        size++;
    }

    /** Prepares and posts, in the transaction under way. */
    List<Outcome> post(Ledger ledger) {
        Prepared[] prepared = new Prepared[size];
        groups.values().forEach(group -> group.prepareInto(prepared));
        List<Posting> ready = Arrays.stream(prepared)
                .<Posting>mapMulti((each, sink) -> {
                    if (each instanceof Prepared.Ready(Posting posting)) {
                        sink.accept(posting);
                    }
                })
                .toList();
        List<Outcome> posted = ledger.post(ready);
        List<Outcome> outcomes = new ArrayList<>(size);
        int next = 0;
        for (Prepared each : prepared) {
            switch (each) {
                case Prepared.Ready _ -> outcomes.add(posted.get(next++));
                case Prepared.Refused(Outcome.Refused answer) -> outcomes.add(answer);
            }
        }
        return outcomes;
    }
}
