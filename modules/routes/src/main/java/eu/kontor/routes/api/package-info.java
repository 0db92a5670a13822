/** The one Camel context: route templates are described once, and routes opened from them. */
package eu.kontor.routes.api;
