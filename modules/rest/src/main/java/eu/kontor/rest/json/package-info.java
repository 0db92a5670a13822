/** Bodies in JSON: limited in size, read strictly, with the field named that is wrong. */
package eu.kontor.rest.json;
