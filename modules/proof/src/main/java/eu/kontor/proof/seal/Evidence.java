package eu.kontor.proof.seal;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.proof.seal.SealHash.Page;
import eu.kontor.proof.seal.SealHash.PageHead;
import eu.kontor.proof.seal.SealRows.PageSize;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/** Writes a partner's rows of one window with the hashes that lead to a seal. The format is in docs/0006-seals.md. */
final class Evidence {

    static final long NEWEST = Long.MAX_VALUE;

    private final SealRows rows;
    private final SealedTransfers transfers;

    Evidence(Connection connection) {
        this.rows = new SealRows(connection);
        this.transfers = new SealedTransfers(connection);
    }

    /**
     * Which seal the evidence leads to.
     *
     * @throws Refusal {@code SEAL_UNKNOWN} when there is no such seal or nothing of the page is under it
     */
    StoredSeal leadsTo(Page page, long seal) throws SQLException {
        StoredSeal found = rows.latest(seal)
                .filter(stored -> seal == NEWEST || stored.number() == seal)
                .orElseThrow(() -> new Refusal(RefusalCode.SEAL_UNKNOWN));
        if (rows.sizes(page, found.number()).isEmpty()) {
            throw new Refusal(RefusalCode.SEAL_UNKNOWN);
        }
        return found;
    }

    /** @throws Refusal as {@link #leadsTo} */
    void write(Page page, long seal, OutputStream out) throws SQLException, IOException {
        StoredSeal found = leadsTo(page, seal);
        TreeMap<Page, PageHead> heads = rows.heads(found.number());
        byte[] before = rows.latest(found.number() - 1).map(StoredSeal::hash).orElse(SealHash.nothing());
        List<byte[]> leaves = heads.values().stream().map(SealHash::leaf).toList();
        List<String> path = SealHash.path(leaves, new ArrayList<>(heads.keySet()).indexOf(page));

        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write("kontor evidence 1\n");
        text.write("tenant " + page.tenant() + "\n");
        text.write("window " + page.window() + "\n");
        text.write("transfers " + heads.get(page).transfersSoFar() + "\n");
        text.write("seal " + found.shown().text() + "\n");
        text.write("header " + found.header());
        text.write("before " + SealHash.hex(before) + "\n");
        for (String beside : path) {
            text.write("beside " + beside + "\n");
        }
        Iterator<PageSize> sizes = rows.sizes(page, found.number()).iterator();
        transfers.ofPartner(page, found.untilXid(), new PagedRows(text, sizes));
        text.write("end\n");
        text.flush();
    }

    /** Writes a line before each page's rows. */
    private static final class PagedRows implements SealedTransfers.Sink {
        private final Writer text;
        private final Iterator<PageSize> sizes;
        private long left;

        PagedRows(Writer text, Iterator<PageSize> sizes) {
            this.text = text;
            this.sizes = sizes;
        }

        @Override
        public void take(long xid, Page page, long number, String sealedText) throws IOException {
            if (left == 0 && sizes.hasNext()) {
                PageSize next = sizes.next();
                left = next.transfers();
                text.write("page " + next.seal() + " " + left + "\n");
            }
            text.write(sealedText);
            text.write('\n');
            left--;
        }
    }
}
