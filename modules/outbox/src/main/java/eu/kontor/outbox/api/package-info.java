/**
 * Message between contexts: written in the sender's transaction, delivered at least once, in order per member.
 */
package eu.kontor.outbox.api;
