/** A small load generator over HTTP/1.1: few threads, many kept connections, and latencies that omit nothing. */
package eu.kontor.benchmarks.http;
