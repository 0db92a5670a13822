/** What a brand knows about its guests. */
package eu.kontor.retention.api;
