/** Puts news into the outbox and carries it to those who want to hear it. */
package eu.kontor.outbox.application;
