package eu.kontor.it.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The calls of the API as its own document tells them: what tests are generated from. */
final class OpenApiCalls {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Deeper than any body of ours. */
    private static final int DEEPEST = 6;

    /**
     * @param in path, query or header
     * @param isText whether any text may stand there, and not only a number
     */
    record Parameter(String in, String name, boolean isText) {}

    /**
     * @param id as the document names it
     * @param path with its parameters in braces
     * @param body the schema of a JSON body, if it takes one
     * @param media the types of the bodies that it takes
     * @param statuses with which it may be answered
     */
    record Call(
            String id,
            String method,
            String path,
            List<Parameter> parameters,
            Optional<JsonNode> body,
            List<String> media,
            Set<String> statuses) {

        boolean isOperators() {
            return path.contains("/operations/");
        }
    }

    private final JsonNode document;

    OpenApiCalls(RunningKontor kontor) {
        document = kontor.call("GET", "/openapi?format=json")
                .header("Accept", "application/json")
                .send()
                .mustBe(200)
                .json();
    }

    List<Call> all() {
        List<Call> calls = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> calls.add(call(operation.getKey(), path.getKey(), operation.getValue()))));
        return calls;
    }

    private Call call(String method, String path, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation.path("parameters").forEach(each -> {
            JsonNode parameter = resolved(each);
            JsonNode schema = resolved(parameter.path("schema"));
            parameters.add(new Parameter(
                    parameter.path("in").asText(), parameter.path("name").asText(), !isOf(schema, "integer")));
        });
        JsonNode content = operation.path("requestBody").path("content");
        List<String> media = new ArrayList<>();
        content.fieldNames().forEachRemaining(media::add);
        JsonNode body = content.path("application/json").path("schema");
        Set<String> statuses = new TreeSet<>();
        operation.path("responses").fieldNames().forEachRemaining(statuses::add);
        return new Call(
                operation.path("operationId").asText(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                parameters,
                body.isMissingNode() ? Optional.empty() : Optional.of(body),
                media,
                statuses);
    }

    /** A body with every field that the schema has. */
    JsonNode sample(JsonNode schema) {
        return sample(schema, "", 0, name -> Optional.empty());
    }

    /** @param known values for fields that must mean something, by their names */
    JsonNode sample(JsonNode schema, Function<String, Optional<JsonNode>> known) {
        return sample(schema, "", 0, known);
    }

    private JsonNode sample(JsonNode given, String name, int depth, Function<String, Optional<JsonNode>> known) {
        JsonNode schema = resolved(given);
        if (isOf(schema, "object") || schema.has("properties")) {
            ObjectNode object = JSON.objectNode();
            if (depth < DEEPEST) {
                schema.path("properties")
                        .properties()
                        .forEach(property -> object.set(
                                property.getKey(), sample(property.getValue(), property.getKey(), depth + 1, known)));
            }
            return object;
        }
        if (isOf(schema, "array")) {
            ArrayNode array = JSON.arrayNode();
            return array.add(sample(schema.path("items"), name, depth + 1, known));
        }
        return known.apply(name).orElseGet(() -> scalar(schema));
    }

    private static JsonNode scalar(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        if (isOf(schema, "integer") || isOf(schema, "number")) {
            return JSON.numberNode(1);
        }
        if (isOf(schema, "boolean")) {
            return JSON.booleanNode(true);
        }
        return switch (schema.path("format").asText()) {
            case "date" -> JSON.textNode("2026-10-31");
            case "time", "local-time" -> JSON.textNode("13:45");
            case "date-time" -> JSON.textNode("2026-10-31T23:59:59Z");
            default -> JSON.textNode("text");
        };
    }

    /** Where texts stand in a body, as problems name them: {@code lines[0].sku}. */
    List<String> texts(JsonNode schema) {
        List<String> texts = new ArrayList<>();
        texts(schema, "", 0, texts);
        return texts;
    }

    private void texts(JsonNode given, String path, int depth, List<String> texts) {
        JsonNode schema = resolved(given);
        if (depth > DEEPEST) {
            return;
        }
        if (schema.has("properties")) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> texts(
                            property.getValue(),
                            path.isEmpty() ? property.getKey() : path + '.' + property.getKey(),
                            depth + 1,
                            texts));
        } else if (isOf(schema, "array")) {
            texts(schema.path("items"), path + "[0]", depth + 1, texts);
        } else if (isOf(schema, "string") && !schema.has("format")) {
            texts.add(path);
        }
    }

    /** The same body with another value there. */
    static JsonNode with(JsonNode body, String path, JsonNode value) {
        JsonNode copy = body.deepCopy();
        String pointer = '/' + path.replace(".", "/").replace("[", "/").replace("]", "");
        int last = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), value);
        }
        return copy;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.path("$ref").asText().substring(1));
        }
        return found;
    }

    /** In OpenAPI 3.1 a type may be a list. */
    private static boolean isOf(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        if (types.isTextual()) {
            return types.asText().equals(type);
        }
        for (JsonNode each : types) {
            if (each.asText().equals(type)) {
                return true;
            }
        }
        return false;
    }
}
