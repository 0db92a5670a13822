/** Messages that nobody could handle: what the operator sees of them, has tried again, or closes. */
package eu.kontor.portal.messages;
