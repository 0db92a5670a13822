/** What is known of members: who is given it, and that it goes when somebody is erased. */
package eu.kontor.it.privacy;
