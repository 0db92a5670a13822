/** The REST application under {@code /api/v1}. */
package eu.kontor.rest;
