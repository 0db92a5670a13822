/** The rules of coherence and what earlier checks saw, in SQL over the ledger's tables. */
package eu.kontor.proof.persistence;
