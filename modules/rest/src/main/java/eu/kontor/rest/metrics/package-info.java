/** Figures for the operator's tools: postings, refusals by code, batch sizes, latencies. */
package eu.kontor.rest.metrics;
