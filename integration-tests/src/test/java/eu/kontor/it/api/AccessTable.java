package eu.kontor.it.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads {@code access.txt}: who may ask what. */
final class AccessTable {

    private static final String EVERYONE = "everyone";
    private static final Set<String> NAMES = Set.of(
            EVERYONE,
            "operator",
            "admin",
            "finance",
            "front-desk",
            "machine",
            "till",
            "feed",
            "finance-export",
            "enrol");
    private static final Set<String> JOBS = Set.of("till", "feed", "finance-export", "enrol");

    private AccessTable() {}

    /**
     * One call of the API.
     *
     * @param call verb and path below {@code /api/v1}, as the OpenAPI document has them
     * @param foreign what another brand's callers are answered; {@code own} or {@code -}
     * @param stranger what is answered about the card of a member who never was here, or {@code -}
     * @param path values of the path's variables
     * @param query begins with a question mark, or is empty
     * @param body as it is sent; empty for none
     */
    record Row(
            String call,
            Set<String> may,
            String foreign,
            String stranger,
            Map<String, String> path,
            String query,
            String body) {

        String verb() {
            return call.substring(0, call.indexOf(' '));
        }

        /** With its variables filled in. */
        String address() {
            String address = call.substring(call.indexOf(' ') + 1);
            for (Map.Entry<String, String> variable : path.entrySet()) {
                address = address.replace('{' + variable.getKey() + '}', variable.getValue());
            }
            return address + query;
        }

        boolean isCsv() {
            return body.startsWith("csv ");
        }

        String content() {
            return isCsv() ? body.substring("csv ".length()) + '\n' : body;
        }

        /** @param who a role, a job, or {@code machine} for a brand's whole account */
        boolean lets(String who) {
            return may.contains(EVERYONE)
                    || may.contains(who)
                    || who.equals("machine") && JOBS.stream().anyMatch(may::contains);
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ") && !block.isEmpty()) {
                rows.add(row(block));
                block.clear();
            }
            block.add(line);
        }
        rows.add(row(block));
        return rows;
    }

    private static Row row(List<String> block) {
        String[] cells = block.getFirst().split("\\|");
        if (cells.length != 4) {
            throw new IllegalStateException("not four cells: " + block.getFirst());
        }
        Set<String> may = Set.copyOf(Arrays.asList(cells[1].strip().split(" +")));
        if (!NAMES.containsAll(may)) {
            throw new IllegalStateException("who is that? " + block.getFirst());
        }
        Map<String, String> path = new LinkedHashMap<>();
        String query = "";
        String body = "";
        for (String line : block.subList(1, block.size())) {
            String part = line.strip();
            if (part.startsWith("?")) {
                query = part;
            } else if (part.startsWith("{") || part.startsWith("csv ")) {
                body = part;
            } else {
                path.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
            }
        }
        return new Row(cells[0].strip(), may, cells[2].strip(), cells[3].strip(), path, query, body);
    }

    private static List<String> lines() {
        try (InputStream table = Objects.requireNonNull(AccessTable.class.getResourceAsStream("access.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
