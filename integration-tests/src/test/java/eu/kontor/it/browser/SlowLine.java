package eu.kontor.it.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hotel's line: every answer comes late, and what it weighed on the line is counted, as the browser's own tools count it. */
final class SlowLine {

    private static final double BYTES_PER_SECOND = 1_250_000;

    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, String> addresses = new HashMap<>();

    /** @param bytes as they came, compressed, with their headers */
    record Answer(String address, long bytes) {}

    private final CDPSession tools;

    private SlowLine(CDPSession tools) {
        this.tools = tools;
    }

    /** @param milliseconds that every answer takes longer; 0 for none */
    static SlowLine of(Page page, int milliseconds) {
        CDPSession tools = page.context().newCDPSession(page);
        SlowLine line = new SlowLine(tools);
        tools.on("Network.responseReceived", line::began);
        tools.on("Network.loadingFinished", line::ended);
        tools.send("Network.enable");
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", milliseconds);
        conditions.addProperty("downloadThroughput", milliseconds == 0 ? -1 : BYTES_PER_SECOND);
        conditions.addProperty("uploadThroughput", milliseconds == 0 ? -1 : BYTES_PER_SECOND);
        tools.send("Network.emulateNetworkConditions", conditions);
        return line;
    }

    private void began(JsonObject event) {
        addresses.put(
                event.get("requestId").getAsString(),
                event.getAsJsonObject("response").get("url").getAsString());
    }

    private void ended(JsonObject event) {
        String address = addresses.getOrDefault(event.get("requestId").getAsString(), "?");
        answers.add(new Answer(address, event.get("encodedDataLength").getAsLong()));
    }

    /** Counts no more. */
    SlowLine stop() {
        tools.detach();
        return this;
    }

    long bytes() {
        return answers.stream().mapToLong(Answer::bytes).sum();
    }

    int requests() {
        return (int) answers.stream().filter(answer -> answer.bytes() > 0).count();
    }

    /** The heaviest, to see where to begin. */
    String heaviest() {
        StringBuilder told = new StringBuilder();
        answers.stream()
                .sorted(Comparator.comparingLong(Answer::bytes).reversed())
                .limit(12)
                .forEach(
                        answer -> told.append(String.format("%n%,9d %s", answer.bytes(), shortened(answer.address()))));
        return told.toString();
    }

    private static String shortened(String address) {
        return address.replaceFirst("\\?.*", "").replaceFirst("^https?://[^/]*", "");
    }
}
