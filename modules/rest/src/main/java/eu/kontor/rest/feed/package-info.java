/** Imports: files sent, their receipts and rejects. */
package eu.kontor.rest.feed;
