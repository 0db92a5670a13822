/** What expires when, in plain Java. Uses the kernel and the ledger's api; knows no database. */
package eu.kontor.expiry.domain;
