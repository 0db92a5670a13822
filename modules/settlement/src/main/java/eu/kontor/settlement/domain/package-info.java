/**
 * What settlement decides: which price a transfer has, what a line amounts to, what a window's statements are. Plain Java.
 */
package eu.kontor.settlement.domain;
