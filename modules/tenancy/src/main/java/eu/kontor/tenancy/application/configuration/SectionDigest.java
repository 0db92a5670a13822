package eu.kontor.tenancy.application.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import eu.kontor.kernel.Digest;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fingerprint of a section: equal for sections that say the same. Names come in one order and numbers without trailing zeros, since
 * PostgreSQL's jsonb keeps neither the order of names nor how a number was written.
 */
public final class SectionDigest {

    private SectionDigest() {}

    public static byte[] of(JsonNode section) {
        StringBuilder text = new StringBuilder();
        write(section, text);
        return Digest.of(text.toString());
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            Map<String, JsonNode> byName = new TreeMap<>();
            node.properties().forEach(property -> byName.put(property.getKey(), property.getValue()));
            text.append('{');
            byName.forEach((name, value) -> {
                text.append(TextNode.valueOf(name)).append(':');
                write(value, text);
                text.append(',');
            });
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(item -> {
                write(item, text);
                text.append(',');
            });
            text.append(']');
        } else if (node.isNumber()) {
            text.append(node.decimalValue().stripTrailingZeros());
        } else {
            text.append(node);
        }
    }
}
