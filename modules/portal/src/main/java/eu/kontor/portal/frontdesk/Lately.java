package eu.kontor.portal.frontdesk;

import eu.kontor.ledger.api.PostingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What this counter posted for the guest on display, the newest first. */
final class Lately {

    /** More than a list shows; by then they are filed. */
    private static final int MOST = 8;

    private final List<Touched> postings = new ArrayList<>();

    void note(Touched touched) {
        postings.addFirst(touched);
        if (postings.size() > MOST) {
            postings.removeLast();
        }
    }

    void forget() {
        postings.clear();
    }

    List<PostingId> purchases() {
        return ids(Touched::purchase);
    }

    List<PostingId> redemptions() {
        return ids(Touched::redemption);
    }

    private List<PostingId> ids(Function<Touched, Optional<PostingId>> kind) {
        return postings.stream().map(kind).flatMap(Optional::stream).distinct().toList();
    }
}
