/** What holds of personal data, whoever stores it. */
package eu.kontor.retention.domain;
