/** What others may ask: who loses which points when, and that members were told. */
package eu.kontor.expiry.api;
