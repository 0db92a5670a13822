/** How fast a tenant's file becomes postings, and in how much memory. */
package eu.kontor.benchmarks.feed;
