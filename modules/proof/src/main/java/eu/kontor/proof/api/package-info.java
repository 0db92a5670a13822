/** What others may ask: whether the ledger is what it says it is. */
package eu.kontor.proof.api;
