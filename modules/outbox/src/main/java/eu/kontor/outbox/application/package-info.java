/** Puts messages into the outbox and relays them to their handlers. */
package eu.kontor.outbox.application;
