/**
 * The chain of seals over what was posted: making it, verifying it, and the evidence with which a partner checks a
 * statement against it. Uses the ledger's api and tenancy's transactions.
 */
package eu.kontor.proof.seal;
