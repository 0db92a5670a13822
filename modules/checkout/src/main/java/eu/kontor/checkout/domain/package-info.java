/** The rules at a till as named policies in plain Java: what a purchase must be, what a redemption needs. */
package eu.kontor.checkout.domain;
