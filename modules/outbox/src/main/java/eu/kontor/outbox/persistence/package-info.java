/** The table {@code coalition.outbox}. */
package eu.kontor.outbox.persistence;
