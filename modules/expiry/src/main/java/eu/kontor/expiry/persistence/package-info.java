/** Notices, runs and what they read of the ledger, in SQL. */
package eu.kontor.expiry.persistence;
