/** Goodwill over the API: proposed or posted, approved by a second person, taken back. */
package eu.kontor.rest.correction;
