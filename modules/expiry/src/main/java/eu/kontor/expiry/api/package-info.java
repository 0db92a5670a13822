/** What others may ask: of whom which points expire when, and that members were told. */
package eu.kontor.expiry.api;
