/**
 * The ledger while what it stands on fails: a database that is killed, cut off, full, slow or crowded, and a clock that goes wrong.
 * {@link eu.kontor.ledger.faults.RetryingTills} post and retry as tills do, and {@link eu.kontor.ledger.faults.Reckoning} holds what they
 * heard against what is stored.
 */
package eu.kontor.ledger.faults;
