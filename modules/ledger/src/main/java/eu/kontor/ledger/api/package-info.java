/**
 * The points ledger as others see it: post batches, read balances and transfers, freeze windows.
 */
package eu.kontor.ledger.api;
