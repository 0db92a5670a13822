/**
 * The REST API under {@code /api/v1}: one package per group of calls, and what they share (callers, bodies, pages,
 * problems). Resources translate; every rule and permission is in the use cases they call.
 */
package eu.kontor.rest;
