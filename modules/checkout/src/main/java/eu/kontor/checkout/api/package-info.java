/** What happens at a till: purchases and redemptions. */
package eu.kontor.checkout.api;
