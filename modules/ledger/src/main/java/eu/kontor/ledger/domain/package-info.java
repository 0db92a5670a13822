/**
 * What the ledger decides, in plain Java: a member's account, which window a transfer settles in, what a retry is
 * answered. Uses the kernel and the ledger's api; knows no database.
 */
package eu.kontor.ledger.domain;
