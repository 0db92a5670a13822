package eu.kontor.feeds.application;

import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.FeedPosting.Corrections;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.FeedPosting.LineReceipt;
import eu.kontor.checkout.api.FeedPosting.Turn;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.Verdict;
import eu.kontor.feeds.persistence.FeedFile;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Sends a batch through checkout's door for files, and ties the answers to the records of the file. */
@Service
public class PostingDoors {

    private final FeedPosting posting;
    private final FileBringers bringers;

    @Inject
    public PostingDoors(FeedPosting posting, FileBringers bringers) {
        this.posting = posting;
        this.bringers = bringers;
    }

    /** In whose name a file's lines are posted. */
    ActorId actorOf(FeedFile feed) {
        return bringers.actorOf(feed);
    }

    /**
     * What became of the records of one line.
     *
     * @param known it had been posted before
     * @param corrected what was posted before was taken back
     * @param nothing it called off what never was posted
     * @param refusal when it was not posted
     * @param standing what it would take back, if it waits for a person
     */
    public record Answer(
            Verdict.ToPost verdict,
            boolean known,
            boolean corrected,
            boolean nothing,
            long points,
            Optional<Refusal> refusal,
            Optional<PostingId> standing) {

        /** A line that waits, and has waited before: a person has decided, or a later file has said something else. */
        Answer decidedBefore() {
            return new Answer(verdict, true, false, false, 0, Optional.empty(), Optional.empty());
        }
    }

    /** Runs in the transaction that posts the batch; may run again if that has to be repeated. */
    @FunctionalInterface
    public interface Checkpoint {
        void write(UnitOfWork unit, List<Answer> answers) throws SQLException;
    }

    /**
     * A batch that is ready.
     *
     * @param toPost in the order of the file, whatever kinds of lines there are
     * @param mapping by which the file is read
     */
    public record Ready(List<Verdict.ToPost> toPost, FeedPosting.Prepared prepared, FeedMapping mapping) {

        /** Whose points it may change. */
        Set<MemberId> members() {
            return prepared.members();
        }

        /** What its lines are for. */
        Set<String> tickets() {
            return prepared.tickets();
        }

        /**
         * Posts and takes all of it back in one transaction.
         *
         * @param waiting what becomes in it of an answer that waits for a person
         */
        List<Answer> rehearse(BiFunction<UnitOfWork, Answer, Answer> waiting) {
            try {
                prepared.post(
                        (unit, outcomes) -> {
                            throw new Rehearsed(answers(toPost, outcomes, new FileWords(mapping)).stream()
                                    .map(answer -> answer.standing().isPresent() ? waiting.apply(unit, answer) : answer)
                                    .toList());
                        },
                        new Alone());
                throw new IllegalStateException("a rehearsal was posted");
            } catch (Rehearsed rehearsed) {
                return rehearsed.answers;
            }
        }

        /** Posts and writes the checkpoint in one transaction, which commits after that of the batch before. */
        void post(Checkpoint checkpoint, Turn turn) {
            prepared.post(
                    (unit, outcomes) -> checkpoint.write(unit, answers(toPost, outcomes, new FileWords(mapping))),
                    turn);
        }
    }

    /** Ends a transaction that was only to show what would become of it. */
    private static final class Rehearsed extends RuntimeException {
        private final transient List<Answer> answers;

        Rehearsed(List<Answer> answers) {
            super("rehearsed", null, false, false);
            this.answers = answers;
        }
    }

    /** Before and behind nobody. */
    private static final class Alone implements Turn {

        @Override
        public Set<MemberId> membersBefore() {
            return Set.of();
        }

        @Override
        public Set<String> ticketsBefore() {
            return Set.of();
        }

        @Override
        public void awaitLocksBefore() {
            // nobody is before it
        }

        @Override
        public void locked() {
            // nobody waits
        }

        @Override
        public void awaitCommitBefore() {
            // nobody is before it
        }
    }

    /**
     * Does what can be done before the batch's turn, without writing.
     *
     * @param by who brought the file
     * @param verdicts in the order of the file; only what is to be posted is answered
     * @param mapping by which the file is read
     */
    public Ready prepare(ActorId by, TenantId tenant, List<Verdict> verdicts, FeedMapping mapping) {
        List<Verdict.ToPost> toPost = verdicts.stream()
                .filter(Verdict.ToPost.class::isInstance)
                .map(Verdict.ToPost.class::cast)
                .toList();
        return new Ready(
                toPost,
                posting.prepare(
                        by, tenant, toPost.stream().map(Verdict.ToPost::line).toList(), mapping.corrections()),
                mapping);
    }

    /** One line by itself, with what it corrects, in the name of who said so. */
    LineOutcome postAlone(Caller by, TenantId tenant, TillLine line, AloneCheckpoint checkpoint) {
        return posting.prepare(bringers.idOf(by), tenant, List.of(line), Corrections.POST)
                .post((unit, outcomes) -> checkpoint.write(unit, outcomes.getFirst()), new Alone())
                .getFirst();
    }

    /** Runs in the transaction that posts the line. */
    @FunctionalInterface
    interface AloneCheckpoint {
        void write(UnitOfWork unit, LineOutcome outcome) throws SQLException;
    }

    private static List<Answer> answers(List<Verdict.ToPost> toPost, List<LineOutcome> outcomes, FileWords words) {
        List<Answer> answers = new ArrayList<>(toPost.size());
        for (int i = 0; i < toPost.size(); i++) {
            Optional<LineReceipt> receipt = outcomes.get(i).receipt();
            Verdict.ToPost posted = toPost.get(i);
            answers.add(new Answer(
                    posted,
                    receipt.map(LineReceipt::replayed).orElse(false),
                    receipt.map(LineReceipt::corrected).orElse(false),
                    receipt.isEmpty()
                            && outcomes.get(i).refusal().isEmpty()
                            && outcomes.get(i).standing().isEmpty(),
                    receipt.map(each -> each.points().value()).orElse(0L),
                    outcomes.get(i).refusal().map(refusal -> words.of(refusal, posted.line())),
                    outcomes.get(i).standing()));
        }
        return answers;
    }
}
