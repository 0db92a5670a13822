package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.Header;
import eu.kontor.feeds.domain.Layout;
import eu.kontor.feeds.domain.LineFields;
import eu.kontor.files.api.TableRecord;
import eu.kontor.it.api.OpenApiCalls.Call;
import eu.kontor.it.api.OpenApiCalls.Parameter;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.launcher.Installation;
import eu.kontor.rest.caller.CheckedParameters;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import eu.kontor.tenancy.application.configuration.ConfigurationCheck;
import jakarta.ws.rs.HeaderParam;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Every text field of every door is tried with characters that texts do not have: those of the API by its own document, those of files by
 * the layouts, those of the configuration by the sample's files, those of the portal by the fields that its forms are made of.
 */
class EveryTextOfEveryDoorIsCheckedTest {

    private static final RunningKontor KONTOR = RunningKontor.get();

    /** One of each kind. */
    private static final List<String> FORBIDDEN = List.of("\0", "\u0001", "\u0085", "\u202e", "\ufffe", "\ud800");

    /** Each item of a batch is answered by itself. */
    private static final String ITEM = "purchases[0].";

    /** What is left of it as bytes of UTF-8. */
    private static final List<String> IN_A_QUERY = FORBIDDEN.subList(0, 5);

    /** The server itself refuses a path with control characters. */
    private static final List<String> IN_A_PATH = FORBIDDEN.subList(2, 5);

    private static final String CODE = "field-character-forbidden";

    /** A lone surrogate goes as an escape, which is how it comes in. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Fields of Vaadin that take any text; what the portal uses are the kit's, which are checked. */
    private static final Set<String> ANY_TEXT = Set.of("TextField", "TextArea", "EmailField");

    private final OpenApiCalls api = new OpenApiCalls(KONTOR);

    @TempDir
    private Path temporary;

    @Test
    void of_a_body() {
        List<String> passed = new ArrayList<>();
        int tried = 0;
        for (Call call : api.all()) {
            JsonNode schema = call.body().orElse(null);
            if (schema == null) {
                continue;
            }
            List<String> texts = api.texts(schema);
            for (int i = 0; i < texts.size(); i++) {
                String forbidden = FORBIDDEN.get((tried + i) % FORBIDDEN.size());
                JsonNode body =
                        OpenApiCalls.with(api.sample(schema), texts.get(i), TextNode.valueOf("a" + forbidden + "b"));
                RunningKontor.Answer answer =
                        request(call, Map.of()).json(written(body)).send();
                note(passed, call, texts.get(i), forbidden, answer);
            }
            tried += texts.size();
        }
        assertThat(passed).as("texts that were not refused").isEmpty();
        assertThat(tried).as("texts in bodies").isGreaterThan(60);
    }

    @Test
    void of_a_path_and_of_a_query() {
        List<String> passed = new ArrayList<>();
        int tried = 0;
        for (Call call : api.all()) {
            for (Parameter parameter : call.parameters()) {
                if (!parameter.in().equals("header") && parameter.isText()) {
                    List<String> possible = parameter.in().equals("path") ? IN_A_PATH : IN_A_QUERY;
                    String forbidden = possible.get(tried++ % possible.size());
                    RunningKontor.Call request = request(call, Map.of(parameter.name(), "a" + forbidden + "b"));
                    call.body().ifPresent(schema -> request.json(written(api.sample(schema))));
                    if (call.body().isEmpty() && !call.media().isEmpty()) {
                        request.body(call.media().getFirst(), "no,table\n");
                    }
                    note(passed, call, parameter.name(), forbidden, request.send());
                }
            }
        }
        assertThat(passed).as("parameters that were not refused").isEmpty();
        assertThat(tried).as("parameters").isGreaterThan(50);
    }

    @Test
    void of_a_path_with_control_characters() {
        for (String forbidden : List.of("%00", "%01", "%1f")) {
            RunningKontor.Answer answer = KONTOR.call("GET", "/cards/a" + forbidden + "b")
                    .as(KONTOR.token(CAFE))
                    .send()
                    .mustBe(400);
            assertThat(answer.text()).doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void of_a_header() {
        Set<String> read = new ClassFileImporter()
                .importPackages("eu.kontor.rest").stream()
                        .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(method -> Arrays.stream(method.getParameters()))
                        .filter(parameter -> parameter.isAnnotationPresent(HeaderParam.class))
                        .map(parameter ->
                                parameter.getAnnotation(HeaderParam.class).value())
                        .collect(Collectors.toSet());
        assertThat(read).as("headers that resources read").isEqualTo(Set.copyOf(CheckedParameters.HEADERS));

        RawHttp.Answer answer = new RawHttp(KONTOR.address())
                .send(
                        "POST",
                        "/api/v1/purchases",
                        List.of(
                                Map.entry("Authorization", "Bearer " + KONTOR.token(CAFE)),
                                Map.entry("Content-Type", "application/json"),
                                Map.entry("Idempotency-Key", "a\u0085b")),
                        "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(CODE, "Idempotency-Key", "U+0085");
    }

    @Test
    void of_a_line_of_a_file() {
        int tried = 0;
        for (Layout layout : Layout.values()) {
            List<String> names = List.copyOf(layout.names());
            LineFields fields = new LineFields(FeedMapping.standard(layout), Header.of(names, 1));
            for (String name : names) {
                String forbidden = FORBIDDEN.get(tried++ % FORBIDDEN.size());
                List<String> values = names.stream()
                        .map(each -> each.equals(name) ? "a" + forbidden + "b" : "1")
                        .toList();
                TableRecord line = new TableRecord(2, 1, String.join(",", values), values, Optional.empty());
                assertThatThrownBy(() -> fields.text(line, name))
                        .as(layout + " " + name)
                        .isInstanceOfSatisfying(Refusal.class, refusal -> {
                            assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_CHARACTER_FORBIDDEN);
                            assertThat(refusal.details())
                                    .containsEntry("field", name)
                                    .containsEntry("character", TextPolicy.name(forbidden.codePointAt(0)));
                        });
            }
        }
        assertThat(tried).isGreaterThan(40);
    }

    @Test
    void of_a_line_of_a_list_of_members() {
        List<String> columns = List.of(
                "given_name",
                "family_name",
                "phone",
                "email",
                "language",
                "card_number",
                "confirmation_code",
                "member_since");
        StringBuilder file = new StringBuilder(String.join(",", columns)).append('\n');
        for (String column : columns) {
            file.append(columns.stream()
                            .map(each -> each.equals(column) ? "a\u202eb" : goodMember(each))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        JsonNode imported = KONTOR.call("POST", "/operations/members")
                .as(KONTOR.operator())
                .body("text/csv", file.toString())
                .send()
                .mustBe(200)
                .json();

        assertThat(imported.path("created").asLong()).isZero();
        assertThat(imported.path("refused").asLong()).isEqualTo(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            assertThat(imported.toString()).contains("The field " + columns.get(i) + " has the character U+202E");
        }
    }

    @Test
    void of_the_configuration() throws IOException {
        Path sample = Installation.findCheckout().resolve("tenant-config");
        int tried = 0;
        List<String> passed = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : (Iterable<Path>) files.filter(path ->
                    path.toString().endsWith(".yaml") && !path.toString().contains("/template/"))::iterator) {
                String name = sample.relativize(file).toString();
                String text = Files.readString(file);
                List<ScalarNode> scalars = new ArrayList<>();
                collect(new Yaml().compose(Files.newBufferedReader(file)), scalars);
                // A price list has a thousand like its first ones.
                for (ScalarNode scalar : scalars.subList(0, Math.min(scalars.size(), 60))) {
                    tried++;
                    Path folder = Files.createDirectories(temporary.resolve(Integer.toString(tried)));
                    Path copy = folder.resolve(name);
                    Files.createDirectories(copy.getParent());
                    int end = scalar.getEndMark().getIndex();
                    Files.writeString(
                            copy,
                            text.substring(0, scalar.getStartMark().getIndex())
                                    + "\"a\\0b\""
                                    + (text.charAt(end - 1) == '\n' ? "\n" : "")
                                    + text.substring(end));
                    int line = scalar.getStartMark().getLine() + 1;
                    if (mistakes(folder).stream()
                            .noneMatch(mistake -> mistake.file().equals(name)
                                    && mistake.line() == line
                                    && mistake.expected().contains("U+0000"))) {
                        passed.add(name + ":" + line);
                    }
                }
            }
        }
        assertThat(passed).isEmpty();
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void of_a_form_of_the_portal() {
        List<String> others = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("eu.kontor.portal", "eu.kontor.portalkit")
                        .stream()
                        .filter(type -> !type.getPackageName().equals("eu.kontor.portalkit.forms"))
                        .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                        .filter(call ->
                                call.getTargetOwner().getPackageName().equals("com.vaadin.flow.component.textfield")
                                        && ANY_TEXT.contains(
                                                call.getTargetOwner().getSimpleName()))
                        .map(Object::toString)
                        .toList();

        assertThat(others)
                .as("text fields that are not the kit's LineField, LinesField or AddressField")
                .isEmpty();
    }

    private static List<FileMistake> mistakes(Path folder) {
        return new ConfigurationCheck(List.of())
                .check(folder, com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode(), false)
                .mistakes();
    }

    /** Names and values that are texts. */
    private static void collect(Node node, List<ScalarNode> scalars) {
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple tuple : mapping.getValue()) {
                    collect(tuple.getKeyNode(), scalars);
                    collect(tuple.getValueNode(), scalars);
                }
            }
            case SequenceNode sequence -> sequence.getValue().forEach(each -> collect(each, scalars));
            case ScalarNode scalar -> scalars.add(scalar);
            default -> {}
        }
    }

    private static RunningKontor.Call request(Call call, Map<String, String> parameters) {
        String path = call.path().substring("/api/v1".length());
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : call.parameters()) {
            String value = URLEncoder.encode(parameters.getOrDefault(parameter.name(), "1"), StandardCharsets.UTF_8);
            if (parameter.in().equals("path")) {
                path = path.replace('{' + parameter.name() + '}', value);
            } else if (parameter.in().equals("query") && parameters.containsKey(parameter.name())) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.name())
                        .append('=')
                        .append(value);
            }
        }
        return KONTOR.call(call.method(), path + query)
                .as(call.isOperators() ? KONTOR.operator() : KONTOR.token(CAFE))
                .key("every text");
    }

    private static void note(
            List<String> passed, Call call, String field, String forbidden, RunningKontor.Answer answer) {
        String text = answer.text();
        boolean isItem = field.startsWith(ITEM);
        boolean isRefused = answer.status() == (isItem ? 200 : 400)
                && text.contains(CODE)
                && text.contains("\"field\":\"" + (isItem ? field.substring(ITEM.length()) : field) + "\"")
                && text.contains(TextPolicy.name(forbidden.codePointAt(0)));
        if (!isRefused) {
            passed.add(call.id() + " " + field + ": " + answer.status() + " " + text);
        }
    }

    private static String written(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String goodMember(String column) {
        return switch (column) {
            case "phone", "email" -> "";
            case "language" -> "es";
            case "card_number" -> "9724010000000013";
            case "confirmation_code" -> "4711";
            case "member_since" -> "2024-05-01";
            default -> "Ana";
        };
    }
}
