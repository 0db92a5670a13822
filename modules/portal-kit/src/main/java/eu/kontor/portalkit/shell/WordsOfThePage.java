package eu.kontor.portalkit.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.portalkit.i18n.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

/**
 * What a page says by itself while the server cannot be asked, and the scripts that say it. They are in the page from the beginning: by the
 * time they are needed, nothing can be fetched any more.
 */
final class WordsOfThePage {

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("lost", "shell.connection.lost"),
            Map.entry("gone", "shell.connection.gone"),
            Map.entry("back", "shell.connection.back"),
            Map.entry("signInAway", "shell.connection.signInAway"),
            Map.entry("broken", "shell.error.broken"),
            Map.entry("brokenSentence", "shell.error.brokenSentence"),
            Map.entry("loadAgain", "shell.error.loadAgain"),
            Map.entry("typed", "shell.typed"),
            Map.entry("typedSentence", "shell.typed.sentence"),
            Map.entry("putBack", "shell.typed.putBack"),
            Map.entry("discard", "shell.typed.discard"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private WordsOfThePage() {}

    static void write(Document page, Locale language) {
        page.head()
                .appendElement("script")
                .attr("type", "application/json")
                .attr("id", "kontor-words")
                .appendChild(new DataNode(json(language)));
        // Asked for with the page: the first view waits for it, and would ask for it only when it came itself.
        page.head()
                .appendElement("link")
                .attr("rel", "preload")
                .attr("as", "script")
                .attr("href", "kontor/kontor.js");
        page.head().appendElement("script").attr("defer", true).attr("src", "kontor/connection.js");
        page.head().appendElement("script").attr("defer", true).attr("src", "kontor/typed.js");
    }

    /** No text ends the element that it stands in. */
    static String json(Locale language) {
        Map<String, String> words = new TreeMap<>();
        KEYS.forEach((name, key) -> words.put(name, Texts.of(key, language)));
        try {
            return JSON.writeValueAsString(words).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are texts", e);
        }
    }
}
