/** What a brand knows about its guests, in the brand's own schema. */
package eu.kontor.retention.persistence;
