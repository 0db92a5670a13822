import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Checks a settlement statement against a seal that you were handed, without trusting whoever runs the ledger.
 *
 * <pre>
 * java VerifyStatement.java EVIDENCE SEAL [STATEMENT]
 *
 * EVIDENCE   the evidence file, downloaded with the statement
 * SEAL       number and hash as you were handed them, for example 17:9f86d081884c…
 * STATEMENT  the statement's CSV file; its transfers are then compared with the evidence one by one
 * </pre>
 *
 * <p>Needs a Java 17 or newer and nothing else; read it before you run it. Exit status: 0 when everything agrees, 1 when
 * something does not, 2 when it was called wrongly. How the hashes are made is written in docs/0006-seals.md.
 */
public final class VerifyStatement {

    private static final Map<String, String> KINDS =
            Map.ofEntries(Map.entry("E", "earn"), Map.entry("R", "redeem"), Map.entry("V", "reverse"), Map.entry("P", "repay"),
                    Map.entry("X", "expire"), Map.entry("G", "gift_given"), Map.entry("I", "gift_received"),
                    Map.entry("U", "redemption_returned"), Map.entry("B", "points_returned"), Map.entry("W", "goodwill"),
                    Map.entry("K", "goodwill_taken_back"), Map.entry("O", "operator_goodwill"),
                    Map.entry("Q", "operator_goodwill_taken_back"), Map.entry("M", "merged_away"), Map.entry("N", "merged_in"));

    // Where a row of the evidence keeps what the statement shows.
    private static final int NUMBER = 0;
    private static final int TENANT = 3;
    private static final int KIND = 5;
    private static final int POINTS = 6;
    private static final int POSTED_AT = 9;
    private static final int BUSINESS_DATE = 10;
    private static final int WINDOW = 11;
    // Who caused it; absent where it was posted before names were kept.
    private static final int ACTOR = 15;

    private final Map<String, String[]> rows = new HashMap<>();
    private final Map<String, String> header = new HashMap<>();
    private final List<String> beside = new ArrayList<>();
    private byte[] page = new byte[32];

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("java VerifyStatement.java EVIDENCE SEAL [STATEMENT]");
            System.exit(2);
        }
        VerifyStatement verification = new VerifyStatement();
        try {
            verification.readEvidence(Path.of(arguments[0]));
            verification.mustLeadTo(arguments[1]);
            System.out.println("The evidence holds: " + verification.rows.size() + " transfers of window "
                    + verification.header.get("window") + " are under seal " + arguments[1].split(":")[0] + ".");
            if (arguments.length == 3) {
                verification.compare(Path.of(arguments[2]));
            }
        } catch (Disagreement e) {
            System.out.println("DOES NOT AGREE: " + e.getMessage());
            System.exit(1);
        }
    }

    private static final class Disagreement extends RuntimeException {
        Disagreement(String message) {
            super(message);
        }
    }

    private void readEvidence(Path file) throws Exception {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            if (!"kontor evidence 1".equals(lines.readLine())) {
                throw new Disagreement(file + " is not an evidence file of version 1");
            }
            String line = lines.readLine();
            while (line != null && !line.startsWith("page ") && !line.equals("end")) {
                String[] part = line.split(" ", 2);
                if (part[0].equals("beside")) {
                    beside.add(part[1]);
                } else {
                    header.put(part[0], part[1]);
                }
                line = lines.readLine();
            }
            while (line != null && line.startsWith("page ")) {
                line = readPage(lines, Long.parseLong(line.split(" ")[2]));
            }
            if (!"end".equals(line)) {
                throw new Disagreement("the evidence file is cut off or has rows between its pages");
            }
        }
    }

    /** page = H(0, the page before, its rows each with a line feed) */
    private String readPage(BufferedReader lines, long count) throws Exception {
        MessageDigest digest = begun(0);
        digest.update(page);
        for (long i = 0; i < count; i++) {
            String row = lines.readLine();
            if (row == null) {
                throw new Disagreement("the evidence file is cut off");
            }
            digest.update((row + "\n").getBytes(StandardCharsets.UTF_8));
            String[] columns = row.split("\\|", -1);
            if (!columns[TENANT].equals(header.get("tenant")) || !columns[WINDOW].equals(header.get("window"))) {
                throw new Disagreement("transfer " + columns[NUMBER] + " is of another partner or window");
            }
            if (rows.put(columns[NUMBER], columns) != null) {
                throw new Disagreement("transfer " + columns[NUMBER] + " is there twice");
            }
        }
        page = digest.digest();
        return lines.readLine();
    }

    /** leaf = H(1, name, page); node = H(2, left, right); seal = H(3, the seal before, header, root) */
    private void mustLeadTo(String seal) throws Exception {
        if (!header.get("transfers").equals(String.valueOf(rows.size()))) {
            throw new Disagreement("there are " + rows.size() + " transfers but should be " + header.get("transfers"));
        }
        MessageDigest leaf = begun(1);
        leaf.update((header.get("tenant") + "|" + header.get("window") + "|" + rows.size() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        byte[] hash = leaf.digest(page);
        for (String side : beside) {
            byte[] other = HexFormat.of().parseHex(side.substring(2));
            MessageDigest node = begun(2);
            node.update(side.startsWith("L") ? other : hash);
            hash = node.digest(side.startsWith("L") ? hash : other);
        }
        MessageDigest made = begun(3);
        made.update(HexFormat.of().parseHex(header.get("before")));
        made.update((header.get("header") + "\n").getBytes(StandardCharsets.UTF_8));
        String result = header.get("header").split("\\|")[0] + ":" + HexFormat.of().formatHex(made.digest(hash));
        if (!result.equalsIgnoreCase(seal)) {
            throw new Disagreement("the evidence leads to the seal " + result + ", but you were handed " + seal);
        }
    }

    private void compare(Path statement) throws IOException {
        Instant sealedAt = Instant.parse(header.get("header").split("\\|")[4]);
        long later = 0;
        try (BufferedReader lines = Files.newBufferedReader(statement, StandardCharsets.UTF_8)) {
            List<String> names = columns(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = columns(line);
                String number = cells.get(names.indexOf("transfer"));
                String[] row = rows.remove(number);
                if (row == null && Instant.parse(cells.get(names.indexOf("posted_at"))).isBefore(sealedAt.minusSeconds(3600))) {
                    throw new Disagreement("transfer " + number + " was posted before the seal but is not under it");
                } else if (row == null) {
                    later++;
                } else {
                    mustBeEqual(number, names, cells, row);
                }
            }
        }
        if (!rows.isEmpty()) {
            throw new Disagreement("the statement lacks transfer " + rows.keySet().iterator().next() + ", which is under the seal");
        }
        System.out.println("The statement agrees." + (later == 0 ? "" : " " + later + " of its transfers are newer than the seal."));
    }

    private static void mustBeEqual(String number, List<String> names, List<String> cells, String[] row) {
        Map<String, String> sealed = Map.of(
                "kind", KINDS.get(row[KIND]),
                "points", row[POINTS],
                "business_date", row[BUSINESS_DATE],
                "posted_at", Instant.parse(row[POSTED_AT]).toString(),
                "window", row[WINDOW]);
        sealed.forEach((name, value) -> {
            String shown = cells.get(names.indexOf(name));
            if (!value.equals(shown)) {
                throw new Disagreement("transfer " + number + " was sealed with " + name + " " + value + " but the statement says " + shown);
            }
        });
        mustNameTheActor(number, names, cells, row);
    }

    /**
     * actor = the first 16 bytes of SHA-256 of "1", the partner's number, subject, client, role, till and file, a line each. Of what people of
     * other partners caused, a statement says nothing.
     */
    private static void mustNameTheActor(String number, List<String> names, List<String> cells, String[] row) {
        String subject = names.contains("actor") ? cells.get(names.indexOf("subject")) : "";
        if (subject.isEmpty()) {
            return;
        }
        StringBuilder told = new StringBuilder("\n" + subject);
        for (String name : List.of("client", "role", "till", "file")) {
            told.append('\n').append(unmarked(cells.get(names.indexOf(name))));
        }
        String sealed = row.length > ACTOR ? row[ACTOR] : "nobody";
        // The operator and the system are of no partner.
        if (!sealed.equals(actor("1\n" + row[TENANT] + told)) && !sealed.equals(actor("1\n" + told))) {
            throw new Disagreement("transfer " + number + " was not caused by whom the statement names, " + subject);
        }
    }

    /** A cell that a spreadsheet would take for a formula is marked with an apostrophe; any other may begin with one of its own. */
    private static String unmarked(String cell) {
        return cell.replaceFirst("^'(?='*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20])(?!'*[+-]?[0-9][0-9., ]*%?$)", "");
    }

    private static String actor(String lines) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** One line of RFC 4180; none of the columns that are compared spans lines. */
    private static List<String> columns(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static MessageDigest begun(int what) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) what);
        return digest;
    }
}
