package eu.kontor.feeds.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.persistence.FeedFile;
import eu.kontor.feeds.persistence.FeedFile.FileRefusal;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.util.Locale;
import java.util.Map;

/** A feed's row as its receipt: for the portal and the API as a record, beside the file as JSON. */
final class FeedReceipts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FeedReceipts() {}

    /** @param language of the sentence when the file was refused */
    static FeedReceipt of(FeedFile feed, Locale language) {
        return new FeedReceipt(
                feed.id(),
                feed.fileName(),
                feed.layout().orElse(""),
                feed.state(),
                feed.linesTotal(),
                feed.tally().lines(),
                feed.tally().posted(),
                feed.tally().corrected(),
                feed.tally().known(),
                feed.tally().refused(),
                feed.tally().held(),
                feed.tally().skipped(),
                feed.tally().purchases(),
                Points.of(feed.tally().points()),
                feed.receivedAt(),
                feed.finishedAt(),
                feed.workedMillis(),
                feed.refusal().map(refusal -> sentence(refusal, language)),
                feed.columnsRepeated());
    }

    static String json(FeedFile feed, Locale language) {
        FeedReceipt receipt = of(feed, language);
        ObjectNode node = JSON.createObjectNode();
        node.put("id", receipt.id());
        node.put("file", receipt.fileName());
        node.put("format", receipt.format());
        node.put("state", receipt.state().name().toLowerCase(Locale.ROOT));
        node.put("linesRead", receipt.linesRead());
        node.put("linesPosted", receipt.linesPosted());
        node.put("linesCorrected", receipt.linesCorrected());
        node.put("linesKnown", receipt.linesKnown());
        node.put("linesRefused", receipt.linesRefused());
        node.put("linesHeld", receipt.linesHeld());
        receipt.skipped().forEach(node.putObject("linesSkipped")::put);
        node.put("purchases", receipt.purchases());
        node.put("points", receipt.points().value());
        node.put("durationMillis", receipt.durationMillis());
        node.put("receivedAt", receipt.receivedAt().toString());
        receipt.finishedAt().ifPresent(finished -> node.put("finishedAt", finished.toString()));
        receipt.refusal().ifPresent(refusal -> node.put("refusal", refusal));
        if (!receipt.columnsRepeated().isEmpty()) {
            receipt.columnsRepeated().forEach(node.putArray("columnsRepeated")::add);
        }
        return node.toPrettyString() + "\n";
    }

    private static String sentence(FileRefusal refusal, Locale language) {
        Object[] details = refusal.details().entrySet().stream()
                .<Object>mapMulti((entry, sink) -> {
                    sink.accept(entry.getKey());
                    sink.accept(entry.getValue());
                })
                .toArray();
        return new Refusal(RefusalCode.valueOf(refusal.code()), details).sentence(language);
    }

    /** What the row keeps of a refusal. */
    static FileRefusal keep(Refusal refusal) {
        Map<String, String> details = new java.util.TreeMap<>();
        refusal.details().forEach((name, value) -> details.put(name, String.valueOf(value)));
        return new FileRefusal(refusal.code().name(), details);
    }
}
