/** What surrounds every view: how views come to their collaborators, who is signed in, navigation, themes. */
package eu.kontor.portal.shell;
