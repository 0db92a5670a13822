package eu.kontor.portal.views;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Every answer comes so much later. */
record LateAnswers(CDPSession session) implements AutoCloseable {

    LateAnswers(Page page) {
        this(page.context().newCDPSession(page));
        session.send("Network.enable");
    }

    void take(int milliseconds) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", milliseconds);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        session.send("Network.emulateNetworkConditions", conditions);
    }

    @Override
    public void close() {
        take(0);
        session.detach();
    }
}
