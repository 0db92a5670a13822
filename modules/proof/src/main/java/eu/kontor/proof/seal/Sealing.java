package eu.kontor.proof.seal;

import eu.kontor.proof.seal.PageInTheMaking.Finished;
import eu.kontor.proof.seal.SealHash.Page;
import eu.kontor.proof.seal.SealHash.PageHead;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes one seal, in the transaction of its connection.
 *
 * <p>It covers whole transactions, from where the seal before ended, up to the oldest one that is still running: whoever
 * commits later has a greater number. Ranges in which nothing was posted are passed over and belong to the next seal.
 */
final class Sealing {

    /** Keeps a seal's work within some seconds and its pages within some megabytes. */
    static final int MOST_TRANSFERS = 100_000;

    /** A first range of which even full batches are read without much waste; the next ones double, until the seal is full. */
    private static final long FIRST_RANGE_TRANSACTIONS = 1_024;

    private final SealRows seals;
    private final SealedTransfers transfers;
    private final Instant now;
    private final int mostTransfers;

    /** @param mostTransfers but for the transaction of the last of them, which is never split */
    Sealing(Connection connection, Instant now, int mostTransfers) {
        this.seals = new SealRows(connection);
        this.transfers = new SealedTransfers(connection);
        this.now = now;
        this.mostTransfers = mostTransfers;
    }

    /** Empty when there is nothing to seal, or somebody else is sealing. */
    Optional<StoredSeal> next() throws SQLException, IOException {
        if (!seals.tryLock()) {
            return Optional.empty();
        }
        seals.summarizeTransfers();
        long horizon = seals.horizon();
        StoredSeal before = seals.latest(Long.MAX_VALUE).orElse(StoredSeal.none());
        Gathered gathered = gather(before, horizon);
        Optional<StoredSeal> made = gathered.transfers == 0 ? Optional.empty() : Optional.of(seal(before, gathered));
        // A month may be closed after the last of its transfers was sealed: there is nothing to seal then, and
        // something to remember.
        seals.rememberClosing();
        return made;
    }

    private Gathered gather(StoredSeal before, long horizon) throws SQLException, IOException {
        Gathered gathered = new Gathered(seals.heads(before.number()));
        long from = before.untilXid();
        long range = FIRST_RANGE_TRANSACTIONS;
        while (from < horizon && gathered.transfers < mostTransfers) {
            long until = Math.min(horizon, from + range);
            transfers.upTo(mostTransfers - gathered.transfers, from, until, gathered);
            gathered.untilXid = gathered.transfers >= mostTransfers ? gathered.lastXid + 1 : until;
            from = until;
            range *= 2;
        }
        return gathered;
    }

    private StoredSeal seal(StoredSeal before, Gathered gathered) throws SQLException {
        List<Finished> pages =
                gathered.pages.values().stream().map(PageInTheMaking::finish).toList();
        pages.forEach(page -> gathered.heads.put(page.head().page(), page.head()));
        byte[] root = SealHash.root(
                gathered.heads.values().stream().map(SealHash::leaf).toList());
        StoredSeal seal = StoredSeal.after(before, gathered.untilXid, gathered.transfers, now, root);
        seals.insert(seal, pages);
        return seal;
    }

    /** Rows sorted into their pages. */
    private static final class Gathered implements SealedTransfers.Sink {
        private final TreeMap<Page, PageHead> heads;
        private final TreeMap<Page, PageInTheMaking> pages = new TreeMap<>();
        private int transfers;
        private long lastXid;
        private long untilXid;

        Gathered(TreeMap<Page, PageHead> heads) {
            this.heads = heads;
        }

        @Override
        public void take(long xid, Page page, long number, String sealedText) {
            pages.computeIfAbsent(page, fresh -> new PageInTheMaking(heads.getOrDefault(fresh, fresh.empty())))
                    .add(number, sealedText);
            transfers++;
            lastXid = xid;
        }
    }
}
