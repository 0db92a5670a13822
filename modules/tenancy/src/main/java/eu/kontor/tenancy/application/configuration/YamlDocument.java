package eu.kontor.tenancy.application.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.TextPolicy;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file as JSON, with the line of every value.
 *
 * @param lines RFC 6901 pointer → line, 1-based
 */
record YamlDocument(JsonNode content, Map<String, Integer> lines) {

    /** A configuration is a few levels deep; what goes deeper refers to itself. */
    private static final int DEEPEST = 20;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The text is no YAML, or uses what a configuration does not need. */
    static final class Unreadable extends Exception {
        private final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    static YamlDocument parse(String text) throws Unreadable {
        OptionalInt foreign = TextPolicy.LINES.forbidden(text);
        if (foreign.isPresent()) {
            int at = foreign.getAsInt();
            long before =
                    text.substring(0, at).chars().filter(each -> each == '\n').count();
            throw new Unreadable((int) before + 1, without(text, at));
        }
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new Unreadable(0, "a file with content; it is empty");
            }
            Map<String, Integer> lines = new HashMap<>();
            return new YamlDocument(json(root, "", lines, 0), Map.copyOf(lines));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new Unreadable(line, "readable YAML; " + e.getProblem());
        } catch (YAMLException e) {
            throw new Unreadable(0, "readable YAML; " + e.getMessage());
        }
    }

    /** The line of the value, or of what is around it when it is absent. */
    int line(String pointer) {
        String around = pointer;
        while (!lines.containsKey(around) && !around.isEmpty()) {
            around = around.substring(0, around.lastIndexOf('/'));
        }
        return lines.getOrDefault(around, 1);
    }

    private static JsonNode json(Node node, String pointer, Map<String, Integer> lines, int depth) throws Unreadable {
        int line = node.getStartMark().getLine() + 1;
        if (depth > DEEPEST) {
            throw new Unreadable(line, "at most " + DEEPEST + " levels");
        }
        lines.putIfAbsent(pointer, line);
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer, lines, depth);
            case SequenceNode sequence -> array(sequence, pointer, lines, depth);
            case ScalarNode scalar -> scalar(checked(scalar, TextPolicy.LINES, pointer), line);
            default -> throw new Unreadable(line, "a value; aliases are not used here");
        };
    }

    private static ObjectNode object(MappingNode mapping, String pointer, Map<String, Integer> lines, int depth)
            throws Unreadable {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new Unreadable(line, "a name before the colon");
            }
            checked(key, TextPolicy.LINE, pointer);
            if (object.has(key.getValue())) {
                throw new Unreadable(line, "the name \"" + key.getValue() + "\" once; it is there twice");
            }
            String inside = pointer + '/' + key.getValue().replace("~", "~0").replace("/", "~1");
            lines.put(inside, line);
            object.set(key.getValue(), json(tuple.getValueNode(), inside, lines, depth + 1));
        }
        return object;
    }

    private static ArrayNode array(SequenceNode sequence, String pointer, Map<String, Integer> lines, int depth)
            throws Unreadable {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(json(item, pointer + '/' + array.size(), lines, depth + 1));
        }
        return array;
    }

    /** As it stands, if it has only characters that texts have; an escape such as {@code \0} may bring in any. */
    private static ScalarNode checked(ScalarNode scalar, TextPolicy policy, String pointer) throws Unreadable {
        String text = scalar.getValue();
        OptionalInt at = policy.forbidden(text);
        if (at.isPresent()) {
            throw new Unreadable(
                    scalar.getStartMark().getLine() + 1,
                    without(text, at.getAsInt()) + " under " + (pointer.isEmpty() ? "/" : pointer));
        }
        return scalar;
    }

    private static String without(String text, int at) {
        return "a text without the character " + TextPolicy.name(text.codePointAt(at));
    }

    private static JsonNode scalar(ScalarNode scalar, int line) throws Unreadable {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        try {
            if (tag.equals(Tag.INT)) {
                return JSON.numberNode(new BigInteger(text));
            }
            if (tag.equals(Tag.FLOAT)) {
                return JSON.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            throw new Unreadable(line, "a plain number, or a text in quotation marks: \"" + text + "\"");
        }
        if (tag.equals(Tag.BOOL)) {
            return truth(text, line);
        }
        return tag.equals(Tag.NULL) ? JSON.nullNode() : JSON.textNode(text);
    }

    /** YAML 1.1 also takes yes, no, on and off for truth values, which surprises where a text was meant. */
    private static JsonNode truth(String text, int line) throws Unreadable {
        return switch (text) {
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            default -> throw new Unreadable(line, "true or false, or a text in quotation marks: \"" + text + "\"");
        };
    }
}
