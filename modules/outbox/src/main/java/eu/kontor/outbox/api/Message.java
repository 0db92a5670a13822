package eu.kontor.outbox.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;

/**
 * One thing that happened, to be told to others after the sender's commit.
 *
 * @param topic what kind of message, such as {@code purchase-posted}
 * @param key what the order hangs on: messages of one tenant with the same key are handled one after the other
 * @param reference the sender's number for what happened, such as a posting's number
 * @param payload JSON
 */
public record Message(String topic, TenantId tenant, String key, long reference, String payload) {

    /** About a member: its messages are handled in the order in which they were posted. */
    public static Message about(MemberId member, String topic, TenantId tenant, long reference, String payload) {
        return new Message(topic, tenant, Long.toString(member.value()), reference, payload);
    }

    /**
     * Whom the message is about, if it was made by {@link #about}.
     *
     * @throws NumberFormatException otherwise
     */
    public MemberId member() {
        return new MemberId(Long.parseLong(key));
    }
}
