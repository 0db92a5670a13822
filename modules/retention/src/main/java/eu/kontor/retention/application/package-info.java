/** Retention's use cases. */
package eu.kontor.retention.application;
