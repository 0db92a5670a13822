package eu.kontor.ledger.domain;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The first answer to a request, remembered so that a retry gets it again.
 *
 * @param fingerprint of {@link RequestMark}
 * @param posting the posting's number; 0 when refused
 * @param refusal present when it was refused
 */
public record KnownRequest(
        RequestId id,
        int tenant,
        ActKind act,
        byte[] fingerprint,
        Optional<RememberedRefusal> refusal,
        long posting,
        long points,
        long availableAfter,
        Instant postedAt) {

    /** The first answer again, or a conflict when the same key comes with another content. */
    Outcome answerTo(Posting again, RequestMark mark) {
        if (!Arrays.equals(fingerprint, mark.fingerprint()) || act != ActKind.of(again)) {
            return new Outcome.Refused(
                    RefusalCode.REQUEST_KEY_REUSED,
                    Map.of("key", again.request().key()),
                    false);
        }
        return refusal.<Outcome>map(first -> new Outcome.Refused(first.code(), first.details(), true))
                .orElseGet(() -> posted(true));
    }

    Outcome.Posted posted(boolean replayed) {
        return new Outcome.Posted(
                new PostingId(new MemberId(id.member()), posting),
                Points.of(points),
                Points.of(availableAfter),
                postedAt,
                replayed);
    }
}
