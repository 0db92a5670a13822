package eu.kontor.rest.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TextPolicy;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads and writes the API's records and problem documents. Unknown fields are refused: a misspelt one must not vanish. */
@Provider
@Priority(1)
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    /** A purchase with 200 lines is below 40 KiB. */
    public static final int DEFAULT_LIMIT_BYTES = 64 * 1024;

    private static final String OUR_RECORDS = "eu.kontor.rest.";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("texts")
                    .addDeserializer(String.class, new CheckedText())
                    .addDeserializer(LocalDate.class, WrittenAsText.date())
                    .addDeserializer(LocalTime.class, WrittenAsText.time()))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final Map<Class<?>, Phrase> EXPECTED = Map.of(
            BigDecimal.class, Phrase.of("a-number"),
            Long.class, Phrase.of("a-whole-number"),
            String.class, Phrase.of("a-text"),
            Boolean.class, Phrase.of("true-or-false"),
            LocalDate.class, Phrase.of("a-date-such-as", "2026-01-31"),
            LocalTime.class, Phrase.of("a-time-such-as", "13:45"));

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isOurs(type) && !ItemList.class.isAssignableFrom(type) && isJson(mediaType);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return (isOurs(type) || Map.class.isAssignableFrom(type)) && isJson(mediaType);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        BodyLimit limit = type.getAnnotation(BodyLimit.class);
        return read(body, type, limit == null ? DEFAULT_LIMIT_BYTES : limit.bytes());
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        write(value, out);
    }

    /** The same for what answers without a resource. */
    public static void write(Object value, OutputStream out) throws IOException {
        JSON.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, value);
    }

    /** @throws Refusal {@code BODY_TOO_LARGE}, {@code BODY_UNREADABLE}, {@code FIELD_MALFORMED}, {@code FIELD_CHARACTER_FORBIDDEN} */
    static <T> T read(InputStream body, Class<T> type, int limitBytes) {
        try {
            T value = JSON.readValue(new LimitedBody(body, limitBytes), type);
            if (value == null) {
                throw unreadable(Phrase.of("json-empty"));
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw unreadable(Phrase.of(
                    "json-field-unknown",
                    path(e),
                    e.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))));
        } catch (CheckedText.Forbidden e) {
            throw TextPolicy.refusal(path(e), e.text(), e.at());
        } catch (MismatchedInputException e) {
            throw mismatch(e);
        } catch (JsonProcessingException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : unreadable(place(e));
        } catch (IOException e) {
            throw unreadable(Phrase.of("json-not-utf-8"));
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OUR_RECORDS);
    }

    static boolean isJson(MediaType mediaType) {
        return mediaType != null
                && (mediaType.getSubtype().equals("json")
                        || mediaType.getSubtype().endsWith("+json"));
    }

    private static Refusal mismatch(MismatchedInputException e) {
        if (e.getPath().isEmpty()) {
            return unreadable(place(e));
        }
        Object value = e instanceof InvalidFormatException format ? format.getValue() : "…";
        return new Refusal(
                RefusalCode.FIELD_MALFORMED,
                "field",
                path(e),
                "value",
                String.valueOf(value),
                "expected",
                e.getTargetType() == null
                        ? Phrase.of("what-belongs-there")
                        : EXPECTED.getOrDefault(e.getTargetType(), kind(e.getTargetType())));
    }

    private static Phrase kind(Class<?> type) {
        return Iterable.class.isAssignableFrom(type) ? Phrase.of("a-list") : Phrase.of("a-json-object");
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    static Phrase place(JsonProcessingException e) {
        return e.getLocation() == null
                ? whatIsWrong(e)
                : Phrase.of(
                        "json-at", e.getLocation().getLineNr(), e.getLocation().getColumnNr(), whatIsWrong(e));
    }

    /** In words of ours: a parser's speak of its settings and of tokens. */
    private static Phrase whatIsWrong(JsonProcessingException e) {
        String parsers = String.valueOf(e.getOriginalMessage());
        if (parsers.startsWith("Unexpected end-of-input")) {
            return Phrase.of("json-ends-early");
        }
        if (parsers.startsWith("Duplicate field ")) {
            return Phrase.of("json-field-twice", parsers.substring("Duplicate field ".length()));
        }
        if (!(e instanceof MismatchedInputException)) {
            return Phrase.of("json-none");
        }
        if (parsers.startsWith("No content")) {
            return Phrase.of("json-empty");
        }
        return parsers.startsWith("Trailing token") ? Phrase.of("json-goes-on") : Phrase.of("json-object-belongs-here");
    }

    private static Refusal unreadable(Phrase reason) {
        return new Refusal(RefusalCode.BODY_UNREADABLE, "reason", reason);
    }
}
