/** Who calls: from the access token, never from the request. */
package eu.kontor.rest.caller;
