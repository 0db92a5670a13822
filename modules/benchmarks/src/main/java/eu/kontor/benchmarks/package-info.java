/**
 * Measurements that print ratios against a reference measured in the same run, on a database of their own with full
 * durability. Wires the contexts by hand, as the server does by CDI.
 */
package eu.kontor.benchmarks;
