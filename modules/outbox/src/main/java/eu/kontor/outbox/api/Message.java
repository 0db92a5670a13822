package eu.kontor.outbox.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;

/**
 * One thing that happened, to be told to others after the sender's commit.
 *
 * @param topic what kind of messages, such as {@code purchase-posted}
 * @param reference the sender's number for what happened, such as a posting's number
 * @param payload JSON
 */
public record Message(String topic, TenantId tenant, MemberId member, long reference, String payload) {}
