/** What the operator's automation calls: configuration, expiry, closing windows, checking the ledger. */
package eu.kontor.rest.operations;
