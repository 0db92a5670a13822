/** Checking the ledger, by hand and by the clock. */
package eu.kontor.proof.application;
