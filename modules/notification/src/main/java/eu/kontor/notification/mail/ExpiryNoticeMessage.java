package eu.kontor.notification.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.expiry.api.ExpiryNotices.Announcement;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import java.time.LocalDate;

/**
 * What is known of a notice when its mail is written; no name and no address, which are looked up then.
 *
 * @param key names the notice, and its mail's file: the same mail twice is one file
 * @param attempt as in {@link Announcement}
 */
record ExpiryNoticeMessage(String key, Points points, boolean isFixedTerm, LocalDate expiresOn, int attempt) {

    static final String TOPIC = "expiry-notice";

    private static final String EXPIRES_ON = "expiresOn";

    /** The same in messages that waited while the server was brought up to date. */
    private static final String ONCE = "lapsesOn";

    private static final ObjectMapper JSON = new ObjectMapper();

    static Message of(Announcement announcement, TenantId carrier) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("key", NoticeKey.of(announcement.notice()));
        payload.put("points", announcement.points().value());
        payload.put("fixedTerm", announcement.notice().pocket().isFixedTerm());
        payload.put(EXPIRES_ON, announcement.expiresOn().toString());
        payload.put("attempt", announcement.attempt());
        return Message.about(
                announcement.notice().member(),
                TOPIC,
                carrier,
                announcement.notice().lineThrough(),
                payload.toString());
    }

    /** As it was recorded. */
    Announcement announcement() {
        return new Announcement(NoticeKey.parse(key).orElseThrow(), points, expiresOn, attempt);
    }

    ExpiryNoticeMessage expiringOn(LocalDate day) {
        return new ExpiryNoticeMessage(key, points, isFixedTerm, day, attempt);
    }

    static ExpiryNoticeMessage parse(String payload) {
        try {
            JsonNode json = JSON.readTree(payload);
            return new ExpiryNoticeMessage(
                    json.get("key").asText(),
                    Points.of(json.get("points").longValue()),
                    json.get("fixedTerm").asBoolean(),
                    LocalDate.parse(json.path(EXPIRES_ON).asText(json.path(ONCE).asText())),
                    json.path("attempt").asInt(1));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a notice: " + payload, e);
        }
    }
}
