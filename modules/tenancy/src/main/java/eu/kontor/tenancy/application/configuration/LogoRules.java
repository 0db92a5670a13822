package eu.kontor.tenancy.application.configuration;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A logo is drawn into our own pages: only shapes are allowed in it, nothing that runs, links or loads. */
final class LogoRules {

    /** A simple drawing has one or two kilobytes; it is sent with every page. */
    private static final int LARGEST_CHARACTERS = 16_384;

    private static final Set<String> SHAPES = Set.of(
            "svg",
            "g",
            "path",
            "circle",
            "ellipse",
            "rect",
            "line",
            "polyline",
            "polygon",
            "title",
            "desc",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "text",
            "tspan");

    private LogoRules() {}

    /** @return what was expected, or empty when the logo is fine or absent */
    static Optional<String> check(String svg) {
        if (svg.isBlank()) {
            return Optional.empty();
        }
        if (svg.length() > LARGEST_CHARACTERS) {
            return Optional.of("an SVG drawing of at most " + LARGEST_CHARACTERS + " characters");
        }
        try {
            Element root =
                    parser().parse(new InputSource(new StringReader(svg))).getDocumentElement();
            if (!"svg".equals(root.getTagName()) || !root.hasAttribute("viewBox")) {
                return Optional.of("an <svg> element with a viewBox");
            }
            return shapesOnly(root);
        } catch (SAXException e) {
            return Optional.of("well-formed SVG; " + e.getMessage());
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("an XML parser reads from memory", e);
        }
    }

    private static Optional<String> shapesOnly(Element element) {
        if (!SHAPES.contains(element.getTagName())) {
            return Optional.of("shapes only; <" + element.getTagName() + "> is not allowed in a logo");
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            String value = attributes.item(i).getNodeValue();
            if (name.startsWith("on")
                    || name.endsWith("href")
                    || name.equals("style")
                    || (value.contains("url(") && !value.contains("url(#"))) {
                return Optional.of("shapes only; the attribute " + name + " is not allowed in a logo");
            }
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof Element inner) {
                Optional<String> expected = shapesOnly(inner);
                if (expected.isPresent()) {
                    return expected;
                }
            }
        }
        return Optional.empty();
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder;
    }
}
