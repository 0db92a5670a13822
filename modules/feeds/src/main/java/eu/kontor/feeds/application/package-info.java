/**
 * The use cases of feeds: files are taken in, worked on by one node at a time, posted batch by batch, and ended with a receipt.
 * Camel's routes are here as wiring only.
 */
package eu.kontor.feeds.application;
