package eu.kontor.proof.seal;

import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import eu.kontor.proof.api.Reached;
import eu.kontor.proof.seal.PageInTheMaking.Finished;
import eu.kontor.proof.seal.SealHash.Page;
import eu.kontor.proof.seal.SealHash.PageHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Recomputes the chain from the transfers. A page that differs is compared row by row with its fingerprints, so that the
 * row is named; the chain then goes on from what is stored, so that one change is one finding.
 */
final class SealVerifier {

    private static final String ROWS = "seals-cover-unchanged-rows";
    private static final String CHAIN = "seals-are-a-chain";

    /** A seal every twenty seconds has few transfers on a quiet ledger. */
    private static final int MOST_SEALS_AT_ONCE = 1_000;

    /** Enough to see what is wrong; a broken seal may concern every row. */
    private static final int MOST_FINDINGS = 100;

    private final SealRows rows;
    private final SealedTransfers transfers;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Page, PageHead> heads = new HashMap<>();
    private final SealTree tree = new SealTree();
    private final long mostTransfersAtOnce;

    /** Seals whose rows are read together, and the pages of the first of them. */
    private final Deque<StoredSeal> atOnce = new ArrayDeque<>();

    private final Map<Page, PageInTheMaking> found = new TreeMap<>();
    private Reached reached = Reached.UNHEARD;
    private StoredSeal before = StoredSeal.none();
    private long transfersAtOnce;
    private long verified;
    private long all;

    /**
     * @param connection with one snapshot for all it reads
     * @param mostTransfersAtOnce read by one query, unless one seal has more
     */
    SealVerifier(Connection connection, long mostTransfersAtOnce) {
        this.rows = new SealRows(connection);
        this.transfers = new SealedTransfers(connection);
        this.mostTransfersAtOnce = mostTransfersAtOnce;
    }

    List<Finding> verify(Reached reached) throws SQLException, IOException {
        all = rows.extent().transfers();
        this.reached = reached;
        rows.all(seal -> {
            if (!atOnce.isEmpty() && !mayBeReadWith(atOnce.getLast(), seal)) {
                verifyThose();
            }
            atOnce.add(seal);
            transfersAtOnce += seal.transfers();
        });
        verifyThose();
        return List.copyOf(findings);
    }

    /** One range of transactions in a row is read by one query; where the chain is broken, another one begins. */
    private boolean mayBeReadWith(StoredSeal last, StoredSeal next) {
        return atOnce.size() < MOST_SEALS_AT_ONCE
                && transfersAtOnce + next.transfers() <= mostTransfersAtOnce
                && last.fromXid() < last.untilXid()
                && last.untilXid() == next.fromXid()
                && next.fromXid() < next.untilXid();
    }

    private void verifyThose() throws SQLException, IOException {
        if (atOnce.isEmpty()) {
            return;
        }
        StoredSeal first = atOnce.getFirst();
        StoredSeal last = atOnce.getLast();
        Map<Long, List<Finished>> pages = rows.pagesOf(first.number(), last.number());
        transfers.ofRange(first.fromXid(), last.untilXid(), (xid, page, number, text) -> {
            while (xid >= atOnce.getFirst().untilXid()) {
                verifyFirst(pages);
            }
            found.computeIfAbsent(page, this::afterTheHead).add(number, text);
        });
        while (!atOnce.isEmpty()) {
            verifyFirst(pages);
        }
        transfersAtOnce = 0;
    }

    private void verifyFirst(Map<Long, List<Finished>> pages) {
        StoredSeal seal = atOnce.removeFirst();
        reached.now(verified, all);
        verifyRows(seal, pages.getOrDefault(seal.number(), List.of()));
        verifyChain(before, seal);
        verified += seal.transfers();
        before = seal;
    }

    private void verifyRows(StoredSeal seal, List<Finished> pages) {
        for (Finished stored : pages) {
            Page page = stored.head().page();
            PageInTheMaking rebuilt = found.remove(page);
            Finished now = (rebuilt == null ? afterTheHead(page) : rebuilt).finish();
            if (!Arrays.equals(now.head().hash(), stored.head().hash())
                    || now.head().transfersSoFar() != stored.head().transfersSoFar()) {
                nameRows(seal, stored.fingerprints(), now.fingerprints());
            }
            heads.put(page, stored.head());
            tree.put(stored.head());
        }
        found.values()
                .forEach(added -> nameRows(seal, new byte[0], added.finish().fingerprints()));
        found.clear();
    }

    private PageInTheMaking afterTheHead(Page page) {
        return new PageInTheMaking(heads.getOrDefault(page, page.empty()));
    }

    private void nameRows(StoredSeal seal, byte[] sealed, byte[] now) {
        Map<Long, Integer> present = marksByNumber(now);
        int before = findings.size();
        marksByNumber(sealed).forEach((number, mark) -> {
            Integer other = present.remove(number);
            if (other == null) {
                find(ROWS, "transfer " + number + " of seal " + seal.number() + " is not where it was");
            } else if (!other.equals(mark)) {
                find(ROWS, "transfer " + number + " of seal " + seal.number() + " was changed");
            }
        });
        present.keySet().forEach(number -> find(ROWS, "transfer " + number + " was added under seal " + seal.number()));
        if (findings.size() == before) {
            find(ROWS, "a page of seal " + seal.number() + " differs, though no row of it seems to");
        }
    }

    private static Map<Long, Integer> marksByNumber(byte[] fingerprints) {
        Map<Long, Integer> marks = new TreeMap<>();
        ByteBuffer bytes = ByteBuffer.wrap(fingerprints);
        while (bytes.remaining() >= PageInTheMaking.FINGERPRINT_BYTES) {
            marks.put(bytes.getLong(), bytes.getInt());
        }
        return marks;
    }

    private void verifyChain(StoredSeal before, StoredSeal seal) {
        if (seal.number() != before.number() + 1 || seal.fromXid() != before.untilXid()) {
            find(CHAIN, "seal " + seal.number() + " does not begin where seal " + before.number() + " ended");
        }
        byte[] root = tree.root();
        if (!Arrays.equals(root, seal.root())
                || !Arrays.equals(SealHash.seal(before.hash(), seal.header(), root), seal.hash())) {
            find(CHAIN, "the hash of seal " + seal.number() + " is not that of what it covers");
        }
    }

    private void find(String rule, String where) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(rule, where));
        }
    }
}
