package eu.kontor.it.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.it.api.OpenApiCalls.Call;
import eu.kontor.it.api.OpenApiCalls.Parameter;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Makes requests that nobody would send, from those that the document describes: a good one, and then some things about it that are not. The
 * same seed makes the same requests, as long as the server's answers name the same ids.
 */
final class FuzzedRequests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Of {@link NoRequestStopsTheServerTest#TILL}. */
    private static final String OUTLET = "bar";

    /** What a person types, what a program breaks at, and what no text has. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "0",
            "-1",
            "1e400",
            "null",
            "undefined",
            "../../etc/passwd",
            "' or '1'='1",
            "\"; drop table coalition.tenant; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/a}",
            "%s%n%x",
            "=cmd|' /C calc'!A0",
            "2026-02-31",
            "+999999999-12-31",
            "-0001-01-01",
            "24:00",
            "9223372036854775808",
            "zz-zz",
            "1-1",
            "\0",
            "\u0001",
            "\u202e",
            "\ud800",
            "\udc00\ud800",
            "\uffff",
            "\u200f",
            "e\u0301",
            "山田",
            "😀",
            "a\nb",
            "a\tb",
            "x".repeat(65),
            "x".repeat(129),
            "x".repeat(5_000));

    private static final List<String> CONTENT_TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/problem+json",
            "application/xml",
            "text/plain",
            "text/csv",
            "multipart/form-data; boundary=a",
            "application/x-www-form-urlencoded",
            "*/*",
            "nonsense",
            "/",
            ";;;",
            "application/json;=");

    private static final List<String> ACCEPTED = List.of(
            "application/json",
            "*/*",
            "image/png",
            "text/html",
            "application/json;q=2",
            "application/json;q=abc",
            "nonsense",
            ",",
            "application/problem+json");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO", "post");

    private static final List<String> RAW_IN_ADDRESS = List.of(
            "%",
            "%zz",
            "%00",
            "%2e%2e",
            "%c0%ae",
            "%ff",
            "%u0000",
            ";a=b",
            "//",
            "?",
            "&&==",
            "%F0%9F%98%80",
            "%0d%0aX:%20y",
            "\"",
            "{x}");

    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1, Charset.forName("UTF-32"));

    /** What is sent. */
    record Request(
            Call call,
            String method,
            String target,
            List<Map.Entry<String, String>> headers,
            byte[] body,
            String token) {

        @Override
        public String toString() {
            String text = new String(body, StandardCharsets.UTF_8);
            String sent =
                    token.isEmpty() ? headers.toString() : headers.toString().replace(token, "…");
            return call.id() + ": " + method + ' ' + shortened(target) + ' ' + sent + ' ' + shortened(text);
        }

        private static String shortened(String text) {
            return text.length() <= 300 ? text : text.substring(0, 300) + "… (" + text.length() + ')';
        }
    }

    /** @param roles token by whose it is; the empty one is nobody's */
    record World(Map<String, String> roles, List<String> cards, String today, String month, List<String> ids) {}

    private final OpenApiCalls api;
    private final World world;
    private final Random random;

    FuzzedRequests(OpenApiCalls api, World world, long seed) {
        this.api = api;
        this.world = world;
        this.random = new Random(seed);
    }

    /** @param whose of the roles; see {@link World} */
    Request of(Call call, String whose) {
        boolean isGood = random.nextInt(4) == 0;
        String method = isGood || random.nextInt(12) > 0 ? call.method() : pick(METHODS);
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        String token = authorize(whose, isGood, headers);
        if (isGood || random.nextInt(10) > 0) {
            headers.add(Map.entry("Idempotency-Key", isGood ? "fuzz-" + random.nextLong() : header(key())));
        }
        if (!isGood && random.nextInt(6) == 0) {
            headers.add(Map.entry("Accept", pick(ACCEPTED)));
        }
        if (random.nextInt(4) == 0) {
            headers.add(Map.entry("Accept-Language", pick(List.of("es", "zh", "en;q=0.5", "*", "x-", "es;q=", "-"))));
        }
        byte[] body = body(call, isGood, headers);
        return new Request(call, method, target(call, isGood), headers, body, token);
    }

    private String authorize(String whose, boolean isGood, List<Map.Entry<String, String>> headers) {
        String token = world.roles().get(whose);
        if (isGood || random.nextInt(15) > 0) {
            if (!token.isEmpty()) {
                headers.add(Map.entry("Authorization", "Bearer " + token));
            }
            return token;
        }
        headers.add(Map.entry(
                "Authorization",
                pick(List.of("Bearer", "Bearer ", "Basic YTpi", "Bearer a.b.c", "bearer " + token, "nonsense"))));
        return "";
    }

    private String target(Call call, boolean isGood) {
        String path = call.path();
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : call.parameters()) {
            String value = isGood || random.nextInt(3) > 0 ? known(parameter.name()) : pick(TEXTS);
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            if (!isGood && random.nextInt(12) == 0) {
                encoded += pick(RAW_IN_ADDRESS);
            }
            if (parameter.in().equals("path")) {
                path = path.replace('{' + parameter.name() + '}', encoded.isEmpty() ? "%20" : encoded);
            } else if (parameter.in().equals("query") && (isGood || random.nextInt(4) > 0)) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.name())
                        .append('=')
                        .append(encoded);
            }
        }
        if (!isGood && random.nextInt(15) == 0) {
            path += pick(List.of("/", "/more", "//", "/..", "/%2e%2e", ";x=y", "%00", "/%zz"));
        }
        if (!isGood && random.nextInt(15) == 0) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(pick(RAW_IN_ADDRESS))
                    .append('=')
                    .append(pick(RAW_IN_ADDRESS));
        }
        return (path + query).replace("\"", "%22").replace("{", "%7B").replace("}", "%7D");
    }

    private byte[] body(Call call, boolean isGood, List<Map.Entry<String, String>> headers) {
        if (call.media().isEmpty() && (isGood || random.nextInt(10) > 0)) {
            return new byte[0];
        }
        boolean isJson = call.media().isEmpty() || call.media().contains("application/json");
        String usual = isJson ? "application/json" : call.media().getFirst();
        if (isGood || random.nextInt(20) > 0) {
            headers.add(Map.entry("Content-Type", isGood || random.nextInt(10) > 0 ? usual : pick(CONTENT_TYPES)));
        }
        if (!isGood && random.nextInt(20) == 0) {
            headers.add(Map.entry("Content-Encoding", pick(List.of("gzip", "deflate", "nonsense"))));
        }
        if (!isJson) {
            return table(isGood).getBytes(StandardCharsets.UTF_8);
        }
        JsonNode body =
                call.body().map(schema -> api.sample(schema, this::value)).orElseGet(JSON::objectNode);
        int mutations = isGood ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < mutations; i++) {
            body = mutated(body);
        }
        byte[] bytes =
                body.toString().getBytes(isGood || random.nextInt(25) > 0 ? StandardCharsets.UTF_8 : pick(ENCODINGS));
        return isGood || random.nextInt(12) > 0 ? bytes : broken(bytes);
    }

    private byte[] broken(byte[] bytes) {
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> "[".repeat(20_000).getBytes(StandardCharsets.UTF_8);
            case 2 -> ("{\"a\":".repeat(3_000)).getBytes(StandardCharsets.UTF_8);
            case 3 -> ("{\"card\": \"" + "9".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);
            case 4 -> new byte[0];
            default -> {
                byte[] spoilt = bytes.clone();
                for (int i = 0; i < 3 && spoilt.length > 0; i++) {
                    spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
                }
                yield spoilt;
            }
        };
    }

    private String table(boolean isGood) {
        StringBuilder table = new StringBuilder("card,outlet,amount,currency,business_date,reference\n");
        for (int i = 0; i < 3; i++) {
            table.append(pick(world.cards()))
                    .append(',' + OUTLET + ',')
                    .append(isGood ? "1.00" : pick(TEXTS).replace("\ud800", ""))
                    .append(",EUR,")
                    .append(world.today())
                    .append(",F")
                    .append(random.nextInt(1_000_000))
                    .append('\n');
        }
        return table.toString();
    }

    /** Something about it is other than it was. */
    private JsonNode mutated(JsonNode body) {
        if (body instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = pick(names);
            JsonNode child = object.get(name);
            ObjectNode copy = object.deepCopy();
            switch (random.nextInt(8)) {
                case 0 -> copy.remove(name);
                case 1 -> copy.set(pick(List.of("amuont", "", "__proto__", "\0", "a.b")), odd());
                case 2, 3, 4 -> copy.set(name, child.isContainerNode() ? mutated(child) : odd());
                default -> copy.set(name, odd());
            }
            return copy;
        }
        if (body.isArray() && !body.isEmpty()) {
            return switch (random.nextInt(4)) {
                case 0 -> JSON.arrayNode();
                case 1 -> JSON.arrayNode().add(body.get(0)).add(body.get(0));
                default -> JSON.arrayNode().add(mutated(body.get(0)));
            };
        }
        return odd();
    }

    private JsonNode odd() {
        return switch (random.nextInt(14)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(Long.MAX_VALUE);
            case 3 -> JSON.numberNode(-1);
            case 4 -> JSON.numberNode(0);
            case 5 -> JSON.numberNode(new BigDecimal("1e400"));
            case 6 -> JSON.numberNode(new BigDecimal("0.0001"));
            case 7 -> JSON.arrayNode();
            case 8 -> JSON.objectNode();
            default -> JSON.textNode(pick(TEXTS));
        };
    }

    /** Values that mean something, so that a request comes far. */
    private Optional<JsonNode> value(String name) {
        return switch (name) {
            case "amount", "gross", "net" -> Optional.of(JSON.numberNode(new BigDecimal("4.20")));
            case "points" -> Optional.of(JSON.numberNode(random.nextInt(3) == 0 ? 100 : 1));
            case "quantity", "businessTime", "category" -> Optional.empty();
            default -> {
                String known = known(name);
                yield known.equals("1") ? Optional.empty() : Optional.of(JSON.textNode(known));
            }
        };
    }

    private String known(String name) {
        return switch (name) {
            case "card", "recipientCard", "number" -> pick(world.cards());
            case "outlet" -> OUTLET;
            case "currency" -> "EUR";
            case "businessDate", "date", "asOf", "day" -> world.today();
            case "window" -> world.month();
            case "partner", "slug", "tenant" -> RunningKontor.CAFE;
            case "confirmationCode" -> "4711";
            case "reference", "idempotencyKey" -> "F-" + random.nextInt(100_000);
            case "fileName" -> "fuzz-" + random.nextInt(1_000) + ".csv";
            case "limit" -> "10";
            case "kind" -> "goods";
            case "id" -> world.ids().isEmpty() ? "1-1" : pick(world.ids());
            default -> "1";
        };
    }

    private String key() {
        return random.nextInt(3) == 0 ? pick(TEXTS) : "fuzz-" + random.nextInt(50);
    }

    /** What would end the header is another request, and not ours to send. */
    private static String header(String text) {
        return text.replace("\n", "").replace("\r", "");
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
