/** What a member may ask about personal data, and how long the house keeps what: for the operator. */
package eu.kontor.portal.privacy;
