/** What tills call: purchases, redemptions. */
package eu.kontor.rest.till;
