/** The ledger's use cases and their transactions: posting, gathering, windows, reading. */
package eu.kontor.ledger.application;
