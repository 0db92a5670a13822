/**
 * The sample coalition's members and files: real transactions, to which members, cards, prices and dates are assigned by a fixed seed,
 * and the driver that feeds them into a running Kontor month by month. What is real and what is assigned: {@code SAMPLE.md}.
 */
package eu.kontor.launcher.sample;
