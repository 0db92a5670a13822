/** Feeds as the portal and the API see them: files dropped, progress, receipts, rejects. */
package eu.kontor.feeds.api;
