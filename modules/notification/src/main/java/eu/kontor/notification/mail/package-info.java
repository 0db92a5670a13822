/** What members are told, and the way it leaves the house. */
package eu.kontor.notification.mail;
