/** Cards, their members and balances as the caller's tenant may see them. */
package eu.kontor.rest.card;
