package eu.kontor.proof.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The four hashes that seals are made of, all SHA-256, each begun with a byte of its own so that none can stand in for
 * another:
 *
 * <pre>
 * page = H(0 ‖ hash of the page before ‖ rows)           of one partner and window; each row ends with a line feed
 * leaf = H(1 ‖ "tenant|window|transfers so far\n" ‖ page)
 * node = H(2 ‖ left ‖ right)                             one without a neighbour moves up as it is
 * seal = H(3 ‖ hash of the seal before ‖ "number|from|until|transfers|sealed at\n" ‖ root)
 * </pre>
 *
 * <p>Before the first page or seal there are 32 bytes of zero.
 */
final class SealHash {

    private static final byte PAGE = 0;
    private static final byte LEAF = 1;
    private static final byte NODE = 2;
    private static final byte SEAL = 3;
    private static final int BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    private SealHash() {}

    /** What stands before the first. */
    static byte[] nothing() {
        return new byte[BYTES];
    }

    /** To be fed with rows. */
    static MessageDigest page(byte[] before) {
        return begun(PAGE, before);
    }

    static byte[] leaf(PageHead head) {
        Page page = head.page();
        String name = page.tenant() + "|" + page.window() + "|" + head.transfersSoFar() + "\n";
        return begun(LEAF, text(name)).digest(head.hash());
    }

    static byte[] seal(byte[] before, String header, byte[] root) {
        MessageDigest digest = begun(SEAL, before);
        digest.update(text(header));
        return digest.digest(root);
    }

    /** @param leaves at least one */
    static byte[] root(List<byte[]> leaves) {
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            level = above(level);
        }
        return level.getFirst();
    }

    /** The hashes beside the way from a leaf to the root, from below; {@code L} or {@code R} says on which side. */
    static List<String> path(List<byte[]> leaves, int leaf) {
        List<String> path = new ArrayList<>();
        List<byte[]> level = leaves;
        int place = leaf;
        while (level.size() > 1) {
            int beside = place ^ 1;
            if (beside < level.size()) {
                path.add((beside < place ? "L " : "R ") + hex(level.get(beside)));
            }
            level = above(level);
            place /= 2;
        }
        return path;
    }

    static List<byte[]> above(List<byte[]> level) {
        List<byte[]> above = new ArrayList<>();
        for (int i = 0; i < level.size(); i += 2) {
            above.add(node(level, i));
        }
        return above;
    }

    /** Above the one at an even place and its neighbour. */
    static byte[] node(List<byte[]> level, int left) {
        byte[] hash = level.get(left);
        return left + 1 < level.size() ? begun(NODE, hash).digest(level.get(left + 1)) : hash;
    }

    static byte[] row(String sealedText) {
        return sha256().digest(text(sealedText));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String hex(byte[] hash) {
        return HEX.formatHex(hash);
    }

    private static MessageDigest begun(byte what, byte[] first) {
        MessageDigest digest = sha256();
        digest.update(what);
        digest.update(first);
        return digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A partner's transfers of one window. Leaves lie in this order. */
    record Page(int tenant, YearMonth window) implements Comparable<Page> {
        @Override
        public int compareTo(Page other) {
            return tenant == other.tenant ? window.compareTo(other.window) : Integer.compare(tenant, other.tenant);
        }

        /** The head of a page before any row. */
        PageHead empty() {
            return new PageHead(this, 0, nothing());
        }
    }

    /** The newest page of a partner's window: a leaf of the tree. */
    record PageHead(Page page, long transfersSoFar, byte[] hash) {}
}
