package eu.kontor.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One item of a body that is a list: it is read by itself, so that one that is malformed refuses no other. */
public final class JsonItem {

    private static final JsonFactory JSON = new JsonFactory();

    /** Stands for null, a number or a text where an item should be: that it is no object is what is wrong with it. */
    private static final byte[] NO_OBJECT = "null".getBytes(StandardCharsets.UTF_8);

    private final byte[] text;

    private JsonItem(byte[] text) {
        this.text = text;
    }

    /** @throws Refusal as for a body of its own */
    public <T> T as(Class<T> type) {
        return JsonBody.read(new ByteArrayInputStream(text), type, text.length);
    }

    /**
     * @throws Refusal {@code BODY_TOO_LARGE}, and as {@link #in}
     */
    public static List<JsonItem> read(InputStream body, int limitBytes, String list) throws IOException {
        try {
            return in(new LimitedBody(body, limitBytes).readAllBytes(), list);
        } catch (JsonProcessingException e) {
            throw unreadable(JsonBody.place(e));
        }
    }

    /**
     * The items of a body with this list and nothing else.
     *
     * @throws Refusal {@code BODY_UNREADABLE} for what is no such JSON, {@code FIELD_MISSING} without the list
     */
    static List<JsonItem> in(byte[] body, String list) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable(Phrase.of("json-list-belongs-here", list));
            }
            List<JsonItem> items = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (!parser.currentName().equals(list)) {
                    throw unreadable(Phrase.of("json-field-unknown", parser.currentName(), list));
                }
                if (items != null) {
                    throw unreadable(Phrase.of("json-field-twice", list));
                }
                items = items(parser, body, list);
            }
            if (parser.nextToken() != null) {
                throw unreadable(Phrase.of("json-goes-on"));
            }
            if (items == null || items.isEmpty()) {
                throw new Refusal(RefusalCode.FIELD_MISSING, "field", list);
            }
            return items;
        }
    }

    private static List<JsonItem> items(JsonParser parser, byte[] body, String list) throws IOException {
        JsonToken opening = parser.nextToken();
        if (opening == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (opening != JsonToken.START_ARRAY) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    list,
                    "value",
                    parser.getText(),
                    "expected",
                    Phrase.of("a-list"));
        }
        List<JsonItem> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                throw unreadable(Phrase.of("json-list-without-end", list));
            }
            items.add(new JsonItem(token.isStructStart() ? slice(parser, body) : NO_OBJECT));
        }
        return items;
    }

    private static byte[] slice(JsonParser parser, byte[] body) throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        long to = parser.currentLocation().getByteOffset();
        if (from < 0) {
            throw unreadable(Phrase.of("json-not-utf-8"));
        }
        return Arrays.copyOfRange(body, Math.toIntExact(from), Math.toIntExact(to));
    }

    private static Refusal unreadable(Phrase reason) {
        return new Refusal(RefusalCode.BODY_UNREADABLE, "reason", reason);
    }
}
