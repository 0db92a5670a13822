/** Windows, statements and what points cost, as finance and operator see them. */
package eu.kontor.settlement.api;
