/**
 * The points ledger as others see it: post batches, read balances and transfers, freeze windows, check coherence.
 */
package eu.kontor.ledger.api;
