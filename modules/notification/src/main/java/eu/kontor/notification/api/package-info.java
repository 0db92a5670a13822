/** What members are told, and whom no message reached. */
package eu.kontor.notification.api;
