/** Settlement windows and statements. */
package eu.kontor.rest.settlement;
