package eu.kontor.ledger.domain;

/**
 * What the ledger finds a request by. Two requests of one member share a hash by chance once in 10<sup>19</sup> pairs; what tells them apart
 * then is {@link RequestMark#fingerprint}.
 *
 * @param keyHash 64 bits of SHA-256 of tenant and key: they are in the largest index, and more would not find better
 */
public record RequestId(long member, long keyHash) {}
