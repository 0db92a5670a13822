/** The ledger's use cases and their transactions: posting, gathering, windows, expiry, reading, checking. */
package eu.kontor.ledger.application;
