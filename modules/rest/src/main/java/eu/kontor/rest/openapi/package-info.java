/** What all calls have in common in the OpenAPI document: problem responses, shared parameters. */
package eu.kontor.rest.openapi;
