/** What a member may ask of the house: everything that is held, and that it be erased. For the operator. */
package eu.kontor.rest.privacy;
