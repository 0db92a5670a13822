package eu.kontor.ledger.seal;

import eu.kontor.ledger.api.LedgerIsCoherent.Finding;
import eu.kontor.ledger.api.Reached;
import eu.kontor.ledger.seal.PageInTheMaking.Finished;
import eu.kontor.ledger.seal.SealHash.Page;
import eu.kontor.ledger.seal.SealHash.PageHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** Enough to see what is wrong; a broken seal may concern every row. */
    private static final int MOST_FINDINGS = 100;

    private final SealRows rows;
    private final SealedTransfers transfers;
    private final List<Finding> findings = new ArrayList<>();
    private final TreeMap<Page, PageHead> heads = new TreeMap<>();

    /** @param connection with one snapshot for all it reads */
    SealVerifier(Connection connection) {
        this.rows = new SealRows(connection);
        this.transfers = new SealedTransfers(connection);
    }

    List<Finding> verify(List<StoredSeal> chain, Reached reached) throws SQLException, IOException {
        long all = chain.stream().mapToLong(StoredSeal::transfers).sum();
        long verified = 0;
        StoredSeal before = StoredSeal.none();
        for (StoredSeal seal : chain) {
            reached.now(verified, all);
            verifyRows(seal);
            verifyChain(before, seal);
            verified += seal.transfers();
            before = seal;
        }
        return List.copyOf(findings);
    }

    private void verifyRows(StoredSeal seal) throws SQLException, IOException {
        Map<Page, PageInTheMaking> found = new TreeMap<>();
        transfers.ofRange(seal.fromXid(), seal.untilXid(), (xid, page, number, text) -> found.computeIfAbsent(
                        page, this::afterTheHead)
                .add(number, text));
        for (Finished stored : rows.pagesOf(seal.number())) {
            Page page = stored.head().page();
            PageInTheMaking rebuilt = found.remove(page);
            Finished now = (rebuilt == null ? afterTheHead(page) : rebuilt).finish();
            if (!Arrays.equals(now.head().hash(), stored.head().hash())
                    || now.head().transfersSoFar() != stored.head().transfersSoFar()) {
                nameRows(seal, stored.fingerprints(), now.fingerprints());
            }
            heads.put(page, stored.head());
        }
        found.values()
                .forEach(added -> nameRows(seal, new byte[0], added.finish().fingerprints()));
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
        byte[] root = heads.isEmpty()
                ? SealHash.nothing()
                : SealHash.root(heads.values().stream().map(SealHash::leaf).toList());
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
